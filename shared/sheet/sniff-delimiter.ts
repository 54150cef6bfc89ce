import { readRecords, type TextEnd } from './read-records.ts';
import { findSepLine } from './sep-line.ts';
import { DELIMITERS, type Delimiter } from './sheet.ts';

/** A delimiter and why it was chosen. */
export type SniffedDelimiter = {
  readonly delimiter: Delimiter;
  /** Named by a `sep=` line, found by the shape of the rows, or assumed because no delimiter occurs (one column). */
  readonly evidence: 'sep-line' | 'rows' | 'assumed';
};

/**
 * Guesses which character parts the cells, by reading the first records with each candidate and asking which gives rows
 * of equal length. Blank lines do not count, quoted delimiters do not part, and a `sep=` line decides by itself. A
 * character that mostly stands between digits (`12,50`) or before a blank (`Delhi, India`) is rather part of the text.
 *
 * @param text The beginning of the file, without byte order mark.
 */
export function sniffDelimiter(text: string, end: TextEnd): SniffedDelimiter {
  const sepLine = findSepLine(text);
  if (sepLine !== null && sepLine.delimiter !== null) {
    return { delimiter: sepLine.delimiter, evidence: 'sep-line' };
  }
  const body = text.slice(sepLine?.length ?? 0);
  let best: SniffedDelimiter = { delimiter: ',', evidence: 'assumed' };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(body, delimiter, end);
    if (score > bestScore) {
      best = { delimiter, evidence: 'rows' };
      bestScore = score;
    }
  }
  return best;
}

/** Records that are looked at: enough to outvote a few title lines, few enough to cost nothing. */
const SAMPLE_RECORDS = 100;

/** 0 when the character parts nothing; otherwise the more, the more rows have the same, and the more cells they have. */
function scoreOf(text: string, delimiter: Delimiter, end: TextEnd): number {
  const { records, cursor } = readRecords(text, delimiter, end, SAMPLE_RECORDS);
  const counts = records
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => cells.length);
  const usual = mostFrequent(counts);
  if (usual < 2) {
    return 0;
  }
  const share = counts.filter((count) => count === usual).length / counts.length;
  const isInText = standsMostlyInText(text.slice(0, cursor), delimiter);
  return share * share * (1 + Math.log2(usual)) * (isInText ? 0.4 : 1);
}

/** The most frequent count; of equally frequent ones the largest; 0 when there are none. */
function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) {
    times.set(count, (times.get(count) ?? 0) + 1);
  }
  let best = 0;
  for (const [count, frequency] of times) {
    const bestFrequency = times.get(best) ?? 0;
    if (frequency > bestFrequency || (frequency === bestFrequency && count > best)) {
      best = count;
    }
  }
  return best;
}

/** Whether most occurrences stand as punctuation does: before a blank, or as a comma with digits on both sides. */
function standsMostlyInText(text: string, delimiter: Delimiter): boolean {
  if (delimiter === '\t') {
    return false;
  }
  let total = 0;
  let inText = 0;
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) {
    total += 1;
    const isDecimal = delimiter === ',' && isDigit(text, at - 1) && isDigit(text, at + 1);
    if (isDecimal || text.charAt(at + 1) === ' ') {
      inText += 1;
    }
  }
  return inText * 2 > total;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
