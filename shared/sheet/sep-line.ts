import { DELIMITERS, type Delimiter } from './sheet.ts';

/** The first line `sep=;` with which a file tells Excel its delimiter. */
export type SepLine = {
  /** `null` where the file names a character that parts no cells here. */
  readonly delimiter: Delimiter | null;
  /** Characters that the line takes, its line break included. */
  readonly length: number;
};

/** Characters after which it is certain whether a text begins with a `sep=` line: `"sep=;"` and `\r\n`. */
export const LONGEST_SEP_LINE = 9;

const SEP_LINE = /^(?:sep=(.)|"sep=(.)")(?:\r\n|\r|\n|$)/iu;

/**
 * The `sep=` line at the beginning of a file's text (behind the byte order mark), or `null`. Excel takes the line away
 * before it numbers the rows, so it is not a row here either: the line below it is row 1.
 */
export function findSepLine(text: string): SepLine | null {
  const match = SEP_LINE.exec(text);
  if (match === null) {
    return null;
  }
  const named = match[1] ?? match[2];
  return { delimiter: DELIMITERS.find((delimiter) => delimiter === named) ?? null, length: match[0].length };
}
