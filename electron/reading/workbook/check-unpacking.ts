import type { SheetFile } from '../open-sheet-file.ts';
import { tooLarge } from './trouble.ts';
import { unpackEntry } from './unpack-entry.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Unpacks every part of an archive once, keeping nothing, before it is given to a library that unpacks without looking: the
 * lengths in its directory are true afterwards and in sum bearable.
 *
 * @throws FileTrouble
 */
export async function checkUnpacking(file: SheetFile, entries: ReadonlyMap<string, ZipEntry>): Promise<void> {
  let claimed = 0;
  for (const entry of entries.values()) {
    claimed += entry.unpackedBytes;
  }
  if (claimed > MAX_UNPACKED_BYTES || entries.size > MAX_ENTRIES) {
    throw tooLarge(file.fileName);
  }
  for (const entry of entries.values()) {
    for await (const piece of unpackEntry(file, entry)) {
      // Every piece is counted and summed by `unpackEntry`; there is nothing to keep.
      void piece;
    }
  }
}

/** A whole sheet of 200,000 rows and twelve columns has 150 MB of XML in an OpenDocument file. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/** Sheets, pictures and settings of the richest workbook are hundreds. */
const MAX_ENTRIES = 5_000;
