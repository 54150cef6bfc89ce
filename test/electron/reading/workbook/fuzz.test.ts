import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { failureWords } from '../../../../shared/words/failure-words.ts';
import { makeWords } from '../../../../shared/words/make-words.ts';
import { fixture } from '../read-whole.ts';
import { makeWorkbook, partsOf, type MadeWorkbook } from './make-workbook.ts';
import { readBytes } from './read-workbook.ts';
import { zipOf } from './zip-writer.ts';

/** `FUZZ_MUTATIONS=10000` for the long run; each takes some 50 ms. */
const MUTATIONS = Number(process.env['FUZZ_MUTATIONS'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_403);

/** No mutation of so small a file may take longer. Not a measure of speed: a hang would take for ever. */
const HANG_MS = 10_000;

const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const MADE: MadeWorkbook = {
  formats: ['dd-mmm-yy', '00000', '#,##0.00'],
  sheets: [
    {
      before: '<cols><col min="2" max="3" hidden="1"/></cols>',
      rows: '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46115</v></c><c r="C1" t="inlineStr"><is><r><t>a &amp; b</t></r></is></c></row><row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="str"><f>1</f><v>x_x000D_</v></c><c r="D2" s="2"><v>12</v></c></row><!-- c --><row r="9"><c r="A9" t="s"><v><![CDATA[1]]></v></c></row>',
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    },
    { state: 'hidden', rows: '<row><c t="e"><v>#N/A</v></c><c t="d"><v>2026-04-03</v></c></row>' },
  ],
  strings: '<si><t>one</t></si><si><r><t>two</t></r><rPh><t>no</t></rPh></si>',
};

const WORKBOOKS: readonly Buffer[] = [
  makeWorkbook(MADE),
  makeWorkbook({ ...MADE, method: 'stored' }),
  readFileSync(fixture('fair-leads.xlsx')),
  readFileSync(fixture('web-page-named.xls')),
  ...readdirSync(fixture('workbooks')).map((name) => readFileSync(fixture(`workbooks/${name}`))),
];

test(`${MUTATIONS} damaged workbooks are read or refused with a sentence`, { timeout: 600_000 }, async () => {
  const random = generator(SEED);
  const words = makeWords('en');
  const kinds = new Map<string, number>();
  for (let count = 0; count < MUTATIONS; count++) {
    const bytes = mutate(random);
    const beginMs = performance.now();
    const book = await readBytes(folder, bytes);
    const kind = book.ok ? 'read' : book.failure.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (!book.ok) {
      expect(failureWords(words.say, book.failure).title.length).toBeGreaterThan(10);
    }
    if (performance.now() - beginMs > HANG_MS) {
      throw new Error(`mutation ${count} of seed ${SEED} took ${performance.now() - beginMs} ms`);
    }
  }
  // Both ends are reached: otherwise the mutations would try nothing.
  expect(kinds.get('read')).toBeGreaterThan(0);
  expect(kinds.get('workbook-damaged')).toBeGreaterThan(MUTATIONS / 10);
});

type Random = (limit: number) => number;

function mutate(random: Random): Buffer {
  const kind = random(10);
  if (kind < 4) {
    return damageXml(random);
  }
  const bytes = Buffer.from(pick(WORKBOOKS, random));
  if (kind < 7) {
    for (let flips = 1 + random(20); flips > 0; flips--) {
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    }
    return bytes;
  }
  if (kind === 7) {
    return bytes.subarray(0, random(bytes.length));
  }
  const other = pick(WORKBOOKS, random);
  if (kind === 8) {
    return Buffer.concat([bytes.subarray(0, random(bytes.length)), other.subarray(random(other.length))]);
  }
  const from = random(bytes.length);
  const piece = other.subarray(random(other.length)).subarray(0, 1 + random(200));
  piece.copy(bytes, from);
  return bytes;
}

/** Checksums stop most damage to an archive, so XML is also damaged before it is packed. */
function damageXml(random: Random): Buffer {
  const parts = partsOf(MADE).map((part) => {
    if (random(3) !== 0) {
      return part;
    }
    let text = [...part.pieces].join('');
    for (let changes = 1 + random(4); changes > 0; changes--) {
      const at = random(text.length);
      const piece = pick(PIECES, random);
      text = text.slice(0, at) + piece + text.slice(at + (random(2) === 0 ? 0 : random(30)));
    }
    return { ...part, pieces: [text] };
  });
  return zipOf(random(10) === 0 ? parts.filter(() => random(5) !== 0) : parts);
}

const PIECES = [
  '<',
  '>',
  '/',
  '"',
  "'",
  '&',
  '=',
  ' ',
  '',
  '<row>',
  '</row>',
  '<c>',
  '</c>',
  '<v>',
  '</v>',
  '<c r="XFD1">',
  '<row r="1048576"/>',
  '<c t="s"><v>-1</v></c>',
  '<v>1e999</v>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE x>',
  '&#x110000;',
  '\0',
  '😀',
  'r="0"',
  's="99999"',
  '</sheetData>',
  '<sheetData>',
  '<is>',
  '</is>',
];

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[random(values.length)] as Value;
}

/** A small generator with a seed (mulberry32, public domain), so that a failure can be repeated. */
function generator(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
