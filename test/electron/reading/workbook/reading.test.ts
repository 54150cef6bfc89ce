import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbook } from '../../../../electron/reading/workbook/open-workbook.ts';
import type { Workbook } from '../../../../electron/reading/workbook/workbook.ts';
import { makeWorkbookFile } from '../../../benchmarks/workbook-file.ts';
import { fixture } from '../read-whole.ts';
import { makeWorkbook } from './make-workbook.ts';

const ROWS = 20_000;
const folder = mkdtempSync(path.join(tmpdir(), 'reading-workbooks-'));
const large = path.join(folder, 'large.xlsx');
beforeAll(() => {
  makeWorkbookFile(large, ROWS);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function open(file = large): Promise<Workbook> {
  const opened = await openWorkbook(file);
  if (!opened.ok) {
    throw new Error(opened.failure.kind);
  }
  return opened.value;
}

test('every row comes once, in order, at most 256 at a time', async () => {
  const book = await open();
  const numbers: number[] = [];
  const read = await book.readRows(0, (rows) => {
    expect(rows.length).toBeLessThanOrEqual(256);
    numbers.push(...rows.map((row) => row.rowNumber));
  });
  book.close();
  expect(read).toMatchObject({ ok: true, value: { rowCount: ROWS + 1, isWhole: true } });
  expect(numbers).toEqual(Array.from({ length: ROWS + 1 }, (_unused, index) => index + 1));
});

test('nothing more is read while whoever takes the rows is busy', async () => {
  const book = await open();
  let busy = 0;
  await book.readRows(0, async () => {
    busy += 1;
    expect(busy).toBe(1);
    await nextTurn();
    busy -= 1;
  });
  book.close();
  expect(busy).toBe(0);
});

test('the first rows come without the rest, as often as one likes', async () => {
  const book = await open();
  for (const maxRows of [1, 256, 300]) {
    let count = 0;
    const read = await book.readRows(0, (rows) => void (count += rows.length), { maxRows });
    expect(read).toMatchObject({ ok: true, value: { rowCount: maxRows, isWhole: false } });
    expect(count).toBe(maxRows);
  }
  const read = await book.readRows(0, () => undefined, { maxRows: ROWS + 1 });
  expect(read).toMatchObject({ ok: true, value: { rowCount: ROWS + 1, isWhole: true } });
  book.close();
});

test('cancelling ends the reading, from inside and from outside', async () => {
  const book = await open();
  const inside = new AbortController();
  const read = await book.readRows(0, () => inside.abort(), { signal: inside.signal });
  expect(read).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  expect(await book.readRows(0, () => undefined, { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    failure: { kind: 'cancelled' },
  });
  book.close();
});

test('others get their turn while a sheet is read', async () => {
  const book = await open();
  let turns = 0;
  let isReading = true;
  const reading = book
    .readRows(0, () => undefined)
    .finally(() => {
      isReading = false;
    });
  while (isReading) {
    await nextTurn();
    turns += 1;
  }
  await reading;
  book.close();
  expect(turns).toBeGreaterThan(3);
});

test('an error of whoever takes the rows passes through', async () => {
  const book = await open();
  await expect(
    book.readRows(0, () => {
      throw new TypeError('not ours');
    }),
  ).rejects.toThrow('not ours');
  book.close();
});

test('progress grows to the end', async () => {
  const book = await open();
  const shares: number[] = [];
  await book.readRows(0, () => undefined, { onProgress: (read, size) => shares.push(read / size) });
  book.close();
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((left, right) => left - right));
});

test.each(['many-traps.xlsx', 'many-traps.xls', 'many-traps.ods'])(
  'a sheet that %s does not have is not there',
  async (fileName) => {
    const book = await open(fixture(`workbooks/${fileName}`));
    expect(await book.readRows(4, () => undefined)).toEqual({
      ok: false,
      failure: {
        kind: 'sheet-not-there',
        fileName,
        sheetName: '5',
        sheetNames: book.sheets.map(({ name }) => name),
      },
    });
    const few: unknown[] = [];
    expect(await book.readRows(1, (rows) => void few.push(...rows), { maxRows: 2 })).toMatchObject({
      value: { rowCount: 2, isWhole: false },
    });
    expect(few).toHaveLength(2);
    expect(await book.readRows(1, () => undefined, { signal: AbortSignal.abort() })).toMatchObject({
      failure: { kind: 'cancelled' },
    });
    book.close();
    book.close();
  },
);

test('a sheet with many different texts of every length keeps each of them', async () => {
  const texts = Array.from({ length: 9000 }, (_unused, index) => `${'é'.repeat(index % 300)}${index}`);
  const file = path.join(folder, 'texts.xlsx');
  const rows = texts
    .map((_text, index) => `<row><c t="s"><v>${texts.length - 1 - index}</v></c></row>`)
    .join('');
  writeFileSync(
    file,
    makeWorkbook({ sheets: [{ rows }], strings: texts.map((text) => `<si><t>${text}</t></si>`).join('') }),
  );
  const book = await open(file);
  const found: unknown[] = [];
  await book.readRows(0, (batch) => void found.push(...batch.map((row) => row.cells[0])));
  book.close();
  expect(found).toEqual(texts.toReversed());
});
