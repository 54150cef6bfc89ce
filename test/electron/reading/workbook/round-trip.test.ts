import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write, type BookType } from '@e965/xlsx';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { plainNumber } from '../../../../shared/sheet/workbook/plain-number.ts';
import { makeWorkbook } from './make-workbook.ts';
import { readBytes } from './read-workbook.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'round-trip-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Value = string | number | boolean | null;

/**
 * Texts as people have them. Control characters are left out, as XML has none and writers treat them in their own ways, and
 * so is what looks like an escape, because neither of the two writers escapes it (our own spelling below does).
 */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('<b>', '&amp;', ' padded ', 'one\ntwo', '00123', '1e5', 'TRUE', '😀', 'सुनीता', '"', "'"),
  )
  .filter((plain) => !/\p{Cc}/u.test(plain.replaceAll('\n', '')) && !/[\uFFFE\uFFFF]|_x/u.test(plain));

/**
 * write-excel-file keeps the texts that cells share in a plain object, where `valueOf`, `toString`, `__proto__` and the like
 * are found although no cell put them there: the workbook that it writes refers to texts that it does not have. And it drops
 * the replacement character and what Unicode calls noncharacters. Reports are kept from both by `workbookText`.
 */
function isKeptByWriteExcelFile(cell: Value): boolean {
  return !(typeof cell === 'string' && (cell in Object.prototype || /[\uFFFD\p{NChar}]/u.test(cell)));
}

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  fc
    .tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]) => digits / 10 ** decimals),
  fc.boolean(),
  fc.constant(null),
);

const tables = tablesOf(value);

function tablesOf(cells: fc.Arbitrary<Value>): fc.Arbitrary<Value[][]> {
  return fc.array(fc.array(cells, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
}

/** What a table must be read as: rows that hold something, cut behind their last value. */
function expected(rows: readonly (readonly Value[])[]): readonly unknown[] {
  return rows.flatMap((row, index) => {
    const cells = row.slice(0, row.findLastIndex((cell) => cell !== null) + 1).map(cellOf);
    return cells.length === 0 ? [] : [[index + 1, ...cells]];
  });
}

function cellOf(cell: Value): string | null {
  if (typeof cell === 'number') {
    return plainNumber(cell);
  }
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
}

async function readBack(bytes: Buffer): Promise<readonly unknown[]> {
  const book = await readBytes(folder, bytes);
  expect(book).toMatchObject({ ok: true });
  return book.ok ? (book.value[0]?.rows ?? []).map(({ rowNumber, cells }) => [rowNumber, ...cells]) : [];
}

test('what write-excel-file writes is read back', async () => {
  await fc.assert(
    fc.asyncProperty(tablesOf(value.filter(isKeptByWriteExcelFile)), async (rows) => {
      const data = rows.map((row) => row.map((cell) => (cell === null ? null : { value: cell })));
      const bytes = await writeWorkbook(data).toBuffer();
      expect(await readBack(bytes)).toEqual(expected(rows));
    }),
    { numRuns: 60 },
  );
});

test.each(['xlsx', 'xlsb', 'biff8', 'ods'] as const)(
  'what SheetJS writes as %s is read back',
  async (bookType: BookType) => {
    await fc.assert(
      fc.asyncProperty(tables, fc.boolean(), async (rows, bookSST) => {
        const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
        const bytes = Buffer.from(
          write(utils.book_new(sheet, 'Leads'), { bookType, type: 'buffer', bookSST }) as Buffer,
        );
        expect(await readBack(bytes)).toEqual(expected(rows));
      }),
      { numRuns: 60 },
    );
  },
);

test('texts come back from our own spelling of the XML, however they are spelled', async () => {
  const spelled = text.chain((plain) =>
    fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: plain.length, maxLength: plain.length })
      .map((styles) => ({
        plain,
        xml: [...plain].map((letter, index) => spell(letter, styles[index] ?? 0)).join(''),
      })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(spelled, { minLength: 1, maxLength: 20 }), async (cells) => {
      const strings = cells.map(({ xml }) => `<si><t xml:space="preserve">${xml}</t></si>`).join('');
      const rows = cells
        .map(
          ({ xml }, index) =>
            `<row><c t="s"><v>${index}</v></c><c t="inlineStr"><is><t>${xml}</t></is></c></row>`,
        )
        .join('');
      const back = await readBack(makeWorkbook({ sheets: [{ rows }], strings }));
      expect(back).toEqual(cells.map(({ plain }, index) => [index + 1, plain, plain]));
    }),
    { numRuns: 100 },
  );
});

function spell(letter: string, style: number): string {
  const code = letter.codePointAt(0) ?? 0;
  if (letter === '_') {
    return '_x005F_';
  }
  if (style === 1 || letter === '&' || letter === '<') {
    return `&#${code};`;
  }
  if (style === 2) {
    return `&#x${code.toString(16)};`;
  }
  return style === 3 && letter !== ']' && letter !== '>' ? `<![CDATA[${letter}]]>` : letter;
}
