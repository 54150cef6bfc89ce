import iconv from 'iconv-lite';
import type { Delimiter, Encoding } from '../../../shared/sheet/sheet.ts';

/** How a program writes CSV. */
export type Dialect = {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** `all` cells in quotation marks, or only those that `need` them. */
  readonly quotes: 'all' | 'need';
  readonly hasLastLineEnd: boolean;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
};

/** A table as such a program writes it. */
export function writtenCsv(table: readonly (readonly string[])[], dialect: Dialect): Buffer {
  const { delimiter, lineEnd, encoding, hasByteOrderMark } = dialect;
  const lines = table.map((cells) => cells.map((cell) => written(cell, dialect)).join(delimiter));
  const text = lines.join(lineEnd) + (dialect.hasLastLineEnd ? lineEnd : '');
  const canBeMarked = encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be';
  return iconv.encode(canBeMarked && hasByteOrderMark ? `\ufeff${text}` : text, encoding, { addBOM: false });
}

function written(cell: string, { delimiter, quotes }: Dialect): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]/u.test(cell);
  return quotes === 'all' || needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Letters that iconv-lite writes into a code page and reads back as they were; the same for every run. */
export function lettersOf(encoding: Encoding): readonly string[] {
  const known =
    LETTERS.get(encoding) ?? Array.from(CANDIDATES).filter((letter) => survives(letter, encoding));
  LETTERS.set(encoding, known);
  return known;
}

const LETTERS = new Map<Encoding, readonly string[]>();

const CANDIDATES =
  'aZ09 éñöüßçÅøłąžőșđčďůğışİабвяЖёіґαωςΆשלםمحمدپہےสมชายĀėšžų中文的張陳山田太郎表能ソ가김하서€“”–£½नमस्ते😀';

function survives(letter: string, encoding: Encoding): boolean {
  return iconv.decode(iconv.encode(letter, encoding, { addBOM: false }), encoding) === letter;
}
