import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import type { ParsedSheet } from './sheetjs-rows.ts';

/**
 * A piece of what SheetJS made of a workbook: each sheet is followed by its rows. In pieces, so that whoever hands them on
 * between processes is never held up for long.
 */
export type ParsedPiece =
  | { readonly kind: 'sheet'; readonly sheet: Omit<ParsedSheet, 'rows'> }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' };

/** Rows in a piece: a few hundred kilobytes. */
export const ROWS_PER_PIECE = 1000;
