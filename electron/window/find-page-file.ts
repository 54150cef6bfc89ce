import path from 'node:path';
import { isPageAddress } from './page-address.ts';

/** Everything that a page of ours consists of. What is not listed is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** A file that belongs to the window. */
export type PageFile = { readonly filePath: string; readonly contentType: string };

/**
 * The file of `folder` that an address means, or `null` for every address that means none: another origin, another
 * kind of file, or anything that is not plain names joined by slashes. Dots that climb, encoded or not, never reach
 * the disk. Whether the file exists is for the caller to see.
 */
export function findPageFile(folder: string, address: string): PageFile | null {
  if (!isPageAddress(address)) {
    return null;
  }
  const names = new URL(address).pathname.split('/').slice(1);
  const contentType = CONTENT_TYPES[path.posix.extname(names.at(-1) ?? '')];
  if (contentType === undefined || !names.every(isPlainName)) {
    return null;
  }
  return { filePath: path.join(folder, ...names), contentType };
}

/** What the bundler gives its files: no dot in front, no percent sign, no backslash, no drive. */
function isPlainName(name: string): boolean {
  return /^[\w-][\w.-]*$/u.test(name);
}
