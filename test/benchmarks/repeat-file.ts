import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';

/** Writes the bytes of one file into another, again and again, until it has `leastBytes`: a long file in a second or two. */
export function repeatFile(
  from: string,
  to: string,
  leastBytes: number,
): { readonly path: string; readonly sizeBytes: number } {
  const bytes = readFileSync(from);
  const file = openSync(to, 'w');
  for (let written = 0; written < leastBytes; written += bytes.length) {
    writeSync(file, bytes);
  }
  closeSync(file);
  return { path: to, sizeBytes: statSync(to).size };
}
