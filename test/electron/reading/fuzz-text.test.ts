import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { NAMES, sheetOf } from './names-by-code-page.ts';
import { fixture, readWhole } from './read-whole.ts';

/** `FUZZ_FILES=10000` for the long run, `FUZZ_SEED` for another one. */
const FILES = Number(process.env['FUZZ_FILES'] ?? 2000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_511);

/** No file of this size may take longer. Not a measure of speed: a hang would take for ever. */
const HANG_MS = 10_000;

const WHOLE_FILES: readonly Buffer[] = [
  ...readdirSync(fixture('.'))
    .filter((name) => /\.(?:csv|txt)$/u.test(name))
    .map((name) => readFileSync(fixture(name))),
  ...NAMES.map(({ codePage, names }) => iconv.encode(sheetOf(names), codePage)),
  Buffer.from(`Name,Phone\n${'"Asha, ""A""",9876501234\n'.repeat(3000)}`),
];

test(`${FILES} damaged text files are read or refused with a sentence`, { timeout: 600_000 }, async () => {
  const random = generator(SEED);
  const { say } = makeWords('en');
  const file = path.join(temporaryFolder(), 'damaged.csv');
  const outcomes = new Map<string, number>();
  for (let count = 0; count < FILES; count += 1) {
    const bytes = damaged(random);
    writeFileSync(file, bytes);
    const beginMs = performance.now();
    const read = await readWhole(file, { chunkBytes: 1 + random(100_000) });
    if (performance.now() - beginMs > HANG_MS) {
      throw new Error(`File ${count} of seed ${SEED} took ${performance.now() - beginMs} ms`);
    }
    const outcome = read.ok ? 'read' : read.failure.kind;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (read.ok) {
      const { rows, totals, facts } = read.value;
      expect(rows).toHaveLength(totals.rowCount);
      expect(rows.slice(0, facts.firstRows.length)).toEqual(facts.firstRows);
      expect(rows.every(({ rowNumber }, index) => rowNumber > (rows[index - 1]?.rowNumber ?? 0))).toBe(true);
    } else {
      const { title, next } = failureWords(say, read.failure);
      expect([title, next].every((sentence) => sentence.length > 10)).toBe(true);
    }
  }
  // Every end is reached; otherwise the damage would try nothing.
  const reached = (kind: string): number => outcomes.get(kind) ?? 0;
  expect(reached('read')).toBeGreaterThan(FILES / 4);
  expect(reached('file-not-text')).toBeGreaterThan(0);
  expect(reached('quote-not-closed')).toBeGreaterThan(0);
});

/** A whole number from 0 up to, not including, `limit`. */
type Random = (limit: number) => number;

/** One of the files with some damage, sometimes of several sorts. */
function damaged(random: Random): Buffer {
  let bytes: Buffer = Buffer.from(pick(WHOLE_FILES, random));
  for (let times = 1 + random(3); times > 0; times -= 1) {
    bytes = (pick(DAMAGES, random) ?? flipBits)(bytes, random);
  }
  return bytes;
}

const DAMAGES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  flipBits,
  flipBits,
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random(bytes.length + 1)),
  (bytes, random) => {
    const other = pick(WHOLE_FILES, random);
    return Buffer.concat([
      bytes.subarray(0, random(bytes.length + 1)),
      other.subarray(random(other.length + 1)),
    ]);
  },
  (bytes, random) => insert(bytes, random, Buffer.alloc(1 + random(20))),
  (bytes, random) => insert(bytes, random, Buffer.from(pick(PIECES, random))),
  (bytes, random) => {
    const from = random(bytes.length + 1);
    return insert(bytes, random, bytes.subarray(from, from + random(500)));
  },
];

/** What has a meaning of its own in a text file, so that damage hits more than letters. */
const PIECES = [
  '"',
  '""',
  '\r',
  '\n',
  '\r\n',
  ',',
  ';',
  '\t',
  '|',
  'sep=;\r\n',
  '\ufeff',
  '\u001a',
  ',"',
  '",',
  '"\r',
];

function flipBits(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  for (let flips = 1 + random(30); flips > 0 && flipped.length > 0; flips -= 1) {
    const at = random(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
  }
  return flipped;
}

function insert(bytes: Buffer, random: Random, piece: Buffer): Buffer {
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[random(values.length)];
  if (value === undefined) {
    throw new RangeError('Nothing to pick from');
  }
  return value;
}

/** The same numbers for the same seed (mulberry32). */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
