import path from 'node:path';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { readSheet, type ReadFailure, type ReadOptions } from '../../../electron/reading/read-sheet.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import type { SheetFacts, SheetRow, SheetTotals } from '../../../shared/sheet/sheet.ts';

/** The path of a file in `test/fixtures`. */
export function fixture(file: string): string {
  return path.join(import.meta.dirname, '../../fixtures', file);
}

export type WholeSheet = {
  readonly facts: SheetFacts;
  readonly rows: readonly SheetRow[];
  readonly totals: SheetTotals;
};

/** Looks at a file and reads it to its end, keeping all rows. */
export async function readWhole(
  filePath: string,
  options: ReadOptions = {},
): Promise<Result<WholeSheet, ReadFailure>> {
  const looked = await lookAtFile(filePath);
  if (!looked.ok) {
    return looked;
  }
  const rows: SheetRow[] = [];
  const read = await readSheet(
    filePath,
    looked.value,
    (batch) => {
      rows.push(...batch);
    },
    options,
  );
  return read.ok ? success({ facts: looked.value, rows, totals: read.value }) : failed(read.failure);
}
