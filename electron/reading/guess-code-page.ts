import iconv from 'iconv-lite';
import { ALPHABETS, type CodePage } from '../../shared/sheet/alphabets.ts';
import { scoreLetters } from '../../shared/sheet/score-letters.ts';

/**
 * The code page in which text, known to be no Unicode, makes the most sense: each is tried on the lines that hold more than
 * ASCII, and the letters that come out are compared with those of its languages. A handful of accents is enough where
 * the others show signs within words; where several code pages give equally good text, the usual one is taken, and the
 * user sees how it reads and can change it.
 *
 * @param head The beginning of the file.
 * @param isWhole Whether that is all of it; if not, its last line may end in the middle of a letter.
 */
export function guessCodePage(head: Buffer, isWhole: boolean): CodePage {
  const sample = linesBeyondAscii(head, isWhole);
  let best: CodePage = USUAL;
  let bestScore = scoreAs(sample, USUAL) + LEAST_LEAD;
  for (const codePage of CODE_PAGES) {
    const score = scoreAs(sample, codePage);
    if (score > bestScore) {
      best = codePage;
      bestScore = score;
    }
  }
  return best;
}

/** What Excel writes on the Windows of Western Europe, the Americas and India. */
const USUAL = 'windows-1252';

/** Another one must be better by so much: single odd letters happen in good text too. */
const LEAST_LEAD = 0.25;

/** Enough for a decision, and little enough to be decoded two dozen times in a few milliseconds. */
const SAMPLE_BYTES = 8 * 1024;

const CODE_PAGES = Object.keys(ALPHABETS) as readonly CodePage[];

const TWO_BYTES: ReadonlySet<CodePage> = new Set(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']);

function scoreAs(sample: Buffer, codePage: CodePage): number {
  const text = iconv.decode(sample, codePage);
  const bytesPerLetter = TWO_BYTES.has(codePage) ? 2 : 1;
  return Math.max(...ALPHABETS[codePage].map((alphabet) => scoreLetters(text, alphabet, bytesPerLetter)));
}

/** Line ends are no part of a letter in any code page, so lines can be told apart before anything is decoded. */
function linesBeyondAscii(head: Buffer, isWhole: boolean): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  let start = 0;
  for (let at = 0; at <= head.length && length < SAMPLE_BYTES; at += 1) {
    const isEnd = at === head.length;
    if (!isEnd && head[at] !== LINE_FEED && head[at] !== CARRIAGE_RETURN) {
      continue;
    }
    const line = head.subarray(start, Math.min(at + 1, start + SAMPLE_BYTES));
    start = at + 1;
    if (line.some((byte) => byte >= 0x80) && (!isEnd || isWhole || lines.length === 0)) {
      lines.push(line);
      length += line.length;
    }
  }
  return Buffer.concat(lines);
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
