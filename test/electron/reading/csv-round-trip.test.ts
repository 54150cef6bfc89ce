import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { readSheet } from '../../../electron/reading/read-sheet.ts';
import { DELIMITERS, ENCODINGS, type Encoding } from '../../../shared/sheet/sheet.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { lettersOf, writtenCsv, type Dialect } from './written-csv.ts';

/** A table of `columns` columns; its first cell is a word, so that no row is blank and none looks like `sep=`. */
function tables(encoding: Encoding): fc.Arbitrary<readonly (readonly string[])[]> {
  const letter = fc.constantFrom(...lettersOf(encoding), ',', ';', '\t', '|', '"', '\n', '\r', '\r\n');
  const cell = fc.string({ unit: letter, maxLength: 12 });
  return fc
    .integer({ min: 1, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
    )
    .map((rows) => rows.map(([first = '', ...others]) => [`x${first}`, ...others]));
}

const dialects = (encoding: Encoding): fc.Arbitrary<Dialect> =>
  fc.record({
    delimiter: fc.constantFrom(...DELIMITERS),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.constantFrom('all', 'need'),
    hasLastLineEnd: fc.boolean(),
    encoding: fc.constant(encoding),
    hasByteOrderMark: fc.boolean(),
  });

async function cellsOf(file: string, { encoding, delimiter }: Dialect, chunkBytes: number): Promise<unknown> {
  const rows: (readonly (string | null)[])[] = [];
  const read = await readSheet(
    file,
    { reading: { encoding, delimiter, headerRowNumber: null }, columns: [] },
    (batch) => {
      rows.push(...batch.map(({ cells }) => cells));
    },
    { chunkBytes },
  );
  return read.ok ? rows : read.failure;
}

test.each(ENCODINGS)('any table written in any dialect in %s is read back as it was', async (encoding) => {
  const file = path.join(temporaryFolder(), 'table.csv');
  await fc.assert(
    fc.asyncProperty(
      tables(encoding),
      dialects(encoding),
      fc.integer({ min: 1, max: 40 }),
      async (table, dialect, chunkBytes) => {
        writeFileSync(file, writtenCsv(table, dialect));
        expect(await cellsOf(file, dialect, chunkBytes)).toEqual(table);
      },
    ),
    { numRuns: 150 },
  );
});

test('a table is read back in pieces of every size up to its own', async () => {
  const table = [
    ['Name', 'Remarks', 'City'],
    ['सुनीता "राजू"', 'line one\r\nline two', 'पुणे, भारत'],
    ['José 😀', '', '“Köln”'],
  ];
  const file = path.join(temporaryFolder(), 'table.csv');
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    for (const lineEnd of ['\n', '\r\n', '\r'] as const) {
      const dialect: Dialect = {
        delimiter: ',',
        lineEnd,
        quotes: 'need',
        hasLastLineEnd: true,
        encoding,
        hasByteOrderMark: true,
      };
      const bytes = writtenCsv(table, dialect);
      writeFileSync(file, bytes);
      for (let chunkBytes = 1; chunkBytes <= bytes.length + 1; chunkBytes += 1) {
        expect(await cellsOf(file, dialect, chunkBytes)).toEqual(table);
      }
    }
  }
});

test('a sheet of leads is understood by itself in every dialect and Unicode encoding', async () => {
  const table = [
    ['Name', 'Phone', 'City'],
    ...Array.from({ length: 20 }, (_unused, index) => [
      `सुनीता ${index}`,
      `98765012${10 + index}`,
      'Pune, Camp',
    ]),
  ];
  const file = path.join(temporaryFolder(), 'table.csv');
  const unicode = fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const).chain(dialects);
  await fc.assert(
    fc.asyncProperty(unicode, async (dialect) => {
      writeFileSync(file, writtenCsv(table, dialect));
      const looked = await lookAtFile(file);
      expect(looked).toMatchObject({
        ok: true,
        value: { reading: { encoding: dialect.encoding, delimiter: dialect.delimiter, headerRowNumber: 1 } },
      });
      expect(await cellsOf(file, dialect, 64)).toEqual(table);
    }),
    { numRuns: 200 },
  );
});
