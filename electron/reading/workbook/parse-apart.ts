import { deserialize } from 'node:v8';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { FileTrouble } from '../file-failure.ts';
import { forkParser } from './forked-parser.ts';
import { ParserPool, type ParseWorkbook } from './parser-pool.ts';
import type { ParsedPiece } from './parsed-piece.ts';
import type { ParsedSheet } from './sheetjs-rows.ts';
import { damaged, tooLarge } from './trouble.ts';

let parse: ParseWorkbook | null = null;

/**
 * Says, once and at the start of a thread, by what this thread has workbooks parsed: under Electron processes are started in
 * another way, and a worker thread has to ask the main thread. Without it, by processes of plain Node.
 */
export function parseWorkbooksBy(way: ParseWorkbook): void {
  parse = way;
}

/** By what this thread has workbooks parsed. */
export function parsingWay(): ParseWorkbook {
  parse ??= new ParserPool(forkParser).parse;
  return parse;
}

/**
 * Has SheetJS read a workbook in a process of its own, with a limit of memory and time; see [Note: SheetJS apart].
 *
 * @param content The bytes, or the text of an XML spreadsheet or web page.
 * @throws FileTrouble `workbook-encrypted`, `workbook-damaged`, or `workbook-too-large` when a limit was reached
 */
export async function parseApart(
  fileName: string,
  content: Buffer | string,
): Promise<readonly ParsedSheet[]> {
  const pieces: ParsedPiece[] = [];
  const form = typeof content === 'string' ? 'text' : 'binary';
  // A copy: small buffers share their memory with others.
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const outcome = await parsingWay()(
    { form, bytes },
    (piece) => pieces.push(deserialize(piece) as ParsedPiece),
    NEVER,
  );
  if (outcome === 'gone') {
    throw tooLarge(fileName);
  }
  return sheetsOf(fileName, pieces);
}

/** Whoever ends the reading ends its thread. */
const NEVER = new AbortController().signal;

function sheetsOf(fileName: string, pieces: readonly ParsedPiece[]): readonly ParsedSheet[] {
  const sheets: (ParsedSheet & { readonly rows: SheetRow[] })[] = [];
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'sheet':
        sheets.push({ ...piece.sheet, rows: [] });
        break;
      case 'rows':
        sheets.at(-1)?.rows.push(...piece.rows);
        break;
      case 'encrypted':
        throw new FileTrouble({ kind: 'workbook-encrypted', fileName });
      case 'damaged':
        throw damaged(fileName);
      default:
        return unreachable(piece);
    }
  }
  return sheets;
}
