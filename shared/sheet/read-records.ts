/** What a reading of the beginning or the middle of a text file found. */
export type RecordScan = {
  /** The complete records, in order, each with the text of its cells. A blank line is a record with one empty cell. */
  readonly records: string[][];
  /** Where the first record that is not complete begins; the length of the text when there is none. */
  readonly cursor: number;
  /** What the text breaks off in: nothing, a line whose end is not there yet, or a quotation mark that is not closed. */
  readonly rest: 'nothing' | 'line' | 'quote';
};

/** Whether more text follows. At the end of a file the last record needs no line break. */
export type TextEnd = 'more-follows' | 'end-of-file';

/**
 * Cuts text into records and cells, the slow and forgiving way. Well-formed text gives exactly what PapaParse gives with
 * a line break of `\n` and trailing `\r` removed; what PapaParse reads badly, this reads as spreadsheet programs do.
 *
 * [Note: Broken quotation marks] In a well-formed cell the closing mark is followed by the delimiter or the line's end
 * (blanks between are dropped), and only such a cell may reach over several lines. Where the closing mark is followed
 * by something else, the cell is broken, and PapaParse would go on looking for a better one, through the following rows
 * if need be. Here a broken cell never reaches beyond its line, so no row is ever swallowed:
 * - `"Said "hi" twice",x`: a later mark in the same line closes properly and no cell seems to open before it, so the
 *   marks between are text: `Said "hi" twice`.
 * - `"Sunny" Sharma,x`: otherwise the first mark closes and what follows is added: `Sunny Sharma`, as Excel does.
 * - `"Ravi,1⏎Asha,"Delhi",x`: the mark that would close stands in a later line: the opening mark is text: `"Ravi`.
 *
 * [Note: Line ends] `\n`, `\r\n` and a lone `\r` (old Mac) each end a line outside of quotation marks, also mixed.
 *
 * @param delimiter One character.
 * @param maxRecords Stops after so many records; `cursor` is then where the next one begins.
 */
export function readRecords(
  text: string,
  delimiter: string,
  end: TextEnd,
  maxRecords = Number.POSITIVE_INFINITY,
): RecordScan {
  const records: string[][] = [];
  let cursor = 0;
  while (cursor < text.length && records.length < maxRecords) {
    const record = readRecord(text, cursor, delimiter, end);
    if (record.kind !== 'record') {
      return { records, cursor, rest: record.kind };
    }
    records.push(record.cells);
    cursor = record.next;
  }
  return { records, cursor, rest: 'nothing' };
}

type ReadRecord =
  | { readonly kind: 'record'; readonly cells: string[]; readonly next: number }
  | { readonly kind: 'line' | 'quote' };

/** The end of a cell: `at` is the position of the delimiter, of the line end, or the length of the text. */
type CellEnd = { readonly kind: 'cell'; readonly value: string; readonly at: number };
type ReadCell = CellEnd | { readonly kind: 'line' | 'quote' };

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function readRecord(text: string, start: number, delimiter: string, end: TextEnd): ReadRecord {
  const delimiterCode = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let position = start;
  for (;;) {
    const cell =
      text.charCodeAt(position) === QUOTE
        ? readQuotedCell(text, position, delimiterCode, end)
        : readPlainCell(text, position, delimiterCode);
    if (cell.kind !== 'cell') {
      return cell;
    }
    cells.push(cell.value);
    if (cell.at >= text.length) {
      return end === 'end-of-file' ? { kind: 'record', cells, next: text.length } : { kind: 'line' };
    }
    if (text.charCodeAt(cell.at) === delimiterCode) {
      position = cell.at + 1;
      continue;
    }
    if (text.charCodeAt(cell.at) === LINE_FEED) {
      return { kind: 'record', cells, next: cell.at + 1 };
    }
    if (cell.at + 1 === text.length && end === 'more-follows') {
      return { kind: 'line' };
    }
    const isPair = text.charCodeAt(cell.at + 1) === LINE_FEED;
    return { kind: 'record', cells, next: cell.at + (isPair ? 2 : 1) };
  }
}

function readPlainCell(text: string, start: number, delimiterCode: number): CellEnd {
  const at = endOfPlainText(text, start, delimiterCode);
  return { kind: 'cell', value: text.slice(start, at), at };
}

function readQuotedCell(text: string, start: number, delimiterCode: number, end: TextEnd): ReadCell {
  const quote = nextClosingQuote(text, start + 1);
  if (quote === -1) {
    return { kind: 'quote' };
  }
  const at = endAfterQuote(text, quote, delimiterCode);
  if (at === text.length && end === 'more-follows') {
    return { kind: 'quote' };
  }
  if (at !== null) {
    return { kind: 'cell', value: unescaped(text.slice(start + 1, quote)), at };
  }
  const lineEnd = endOfLine(text, start);
  if (lineEnd === text.length && end === 'more-follows') {
    return { kind: 'line' };
  }
  return readBrokenCell(text, start, quote, lineEnd, delimiterCode);
}

/** See [Note: Broken quotation marks]. `quote` is the mark that should have closed the cell. */
function readBrokenCell(
  text: string,
  start: number,
  quote: number,
  lineEnd: number,
  delimiterCode: number,
): CellEnd {
  if (quote > lineEnd) {
    return readPlainCell(text, start, delimiterCode);
  }
  let later = nextClosingQuote(text, quote + 1);
  while (later !== -1 && later < lineEnd && text.charCodeAt(later - 1) !== delimiterCode) {
    const at = endAfterQuote(text, later, delimiterCode);
    if (at !== null) {
      return { kind: 'cell', value: unescaped(text.slice(start + 1, later)), at };
    }
    later = nextClosingQuote(text, later + 1);
  }
  const at = endOfPlainText(text, quote + 1, delimiterCode);
  return { kind: 'cell', value: unescaped(text.slice(start + 1, quote)) + text.slice(quote + 1, at), at };
}

/** The first quotation mark from `from` on that is not one of a doubled pair; -1 when there is none. */
function nextClosingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text.charCodeAt(quote + 1) === QUOTE) {
    quote = text.indexOf('"', quote + 2);
  }
  return quote;
}

/** The end of a cell closed by the mark at `quote`, blanks skipped; `null` when something else follows the mark. */
function endAfterQuote(text: string, quote: number, delimiterCode: number): number | null {
  let at = quote + 1;
  while (at < text.length && !isCellEnd(text.charCodeAt(at), delimiterCode)) {
    if (text.charAt(at).trim() !== '') {
      return null;
    }
    at += 1;
  }
  return at;
}

function endOfPlainText(text: string, from: number, delimiterCode: number): number {
  let at = from;
  while (at < text.length && !isCellEnd(text.charCodeAt(at), delimiterCode)) {
    at += 1;
  }
  return at;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== CARRIAGE_RETURN) {
    at += 1;
  }
  return at;
}

function isCellEnd(code: number, delimiterCode: number): boolean {
  return code === delimiterCode || code === LINE_FEED || code === CARRIAGE_RETURN;
}

function unescaped(text: string): string {
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}
