import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { readSheet, type ReadableFacts } from '../../../electron/reading/read-sheet.ts';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { readWhole } from './read-whole.ts';
import { makeWorkbook } from './workbook/make-workbook.ts';

const MEGABYTE = 1024 * 1024;
const ROW = 'Ravi Kumar,9876501234,Pune\n';
const TWO_MEGABYTES = `Name,Phone,City\n${ROW.repeat(80_000)}`;

const FACTS: ReadableFacts = {
  reading: { encoding: 'utf-8', delimiter: ',', headerRowNumber: 1 },
  columns: ['Name', 'Phone', 'City'].map((heading, index) => ({ index, heading })),
};

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reading-'));
  file = path.join(folder, 'leads.csv');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a large file comes in batches of at most 256 rows, in order, and says how far it is', async () => {
  writeFileSync(file, TWO_MEGABYTES);
  const sizes: number[] = [];
  const numbers: number[] = [];
  const progress: number[] = [];
  const read = await readSheet(
    file,
    FACTS,
    (rows) => {
      sizes.push(rows.length);
      numbers.push(...rows.map(({ rowNumber }) => rowNumber));
    },
    { onProgress: (bytesRead, sizeBytes) => progress.push(bytesRead / sizeBytes) },
  );
  expect(read).toEqual({ ok: true, value: { rowCount: 80_000, blankRowCount: 0, longRowCount: 0 } });
  expect(Math.max(...sizes)).toBe(256);
  expect(numbers).toEqual(Array.from({ length: 80_000 }, (_, index) => index + 2));
  expect(progress.length).toBeGreaterThan(1);
  expect(progress).toEqual(progress.toSorted((left, right) => left - right));
  expect(progress.at(-1)).toBe(1);
});

test('headings that come again are no rows, and are counted', async () => {
  writeFileSync(file, `Name,Phone,City\n${`${ROW.repeat(300)} Name,Phone,City,\n\n`.repeat(3)}`);
  const numbers: number[] = [];
  const read = await readSheet(file, FACTS, (rows) => {
    numbers.push(...rows.map(({ rowNumber }) => rowNumber));
  });
  const counts = { rowCount: 900, blankRowCount: 3, longRowCount: 0, headingAgainCount: 3 };
  expect(read).toEqual({ ok: true, value: counts });
  expect(numbers.filter((rowNumber) => [301, 302, 303, 304, 906].includes(rowNumber))).toEqual([301, 304]);
});

test('nothing is handed on while whoever takes the rows is still busy', async () => {
  writeFileSync(file, TWO_MEGABYTES);
  let isBusy = false;
  let batches = 0;
  await readSheet(file, FACTS, async () => {
    expect(isBusy).toBe(false);
    isBusy = true;
    await Promise.resolve();
    isBusy = false;
    batches += 1;
  });
  expect(batches).toBe(Math.ceil(80_000 / 256));
});

test('an abort is noticed while the file is read, from wherever it comes', async () => {
  writeFileSync(file, TWO_MEGABYTES);
  const fromTaker = new AbortController();
  const read = await readSheet(file, FACTS, () => fromTaker.abort(), { signal: fromTaker.signal });
  expect(read).toEqual({ ok: false, failure: { kind: 'cancelled' } });

  const fromOutside = new AbortController();
  setImmediate(() => fromOutside.abort());
  let rowCount = 0;
  const other = await readSheet(file, FACTS, (rows) => void (rowCount += rows.length), {
    signal: fromOutside.signal,
  });
  expect(other).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  expect(rowCount).toBeLessThan(80_000);
});

test.each([
  { name: 'grows', change: (): void => appendFileSync(file, ROW), kind: 'file-changed' },
  { name: 'shrinks', change: (): void => truncateSync(file, 100), kind: 'file-changed' },
  {
    name: 'is overwritten',
    change: (): void => writeFileSync(file, TWO_MEGABYTES.replaceAll('Pune', 'Agra')),
    kind: 'file-changed',
  },
  {
    name: 'is replaced, as many programs save',
    change: (): void => {
      writeFileSync(path.join(folder, 'new.csv'), 'Name,Phone\nAsha,9876501235\n');
      renameSync(path.join(folder, 'new.csv'), file);
    },
    kind: 'file-changed',
  },
  { name: 'vanishes', change: (): void => unlinkSync(file), kind: 'file-missing' },
])('a file that $name while it is read is not taken for whole', async ({ change, kind }) => {
  writeFileSync(file, TWO_MEGABYTES);
  let isChanged = false;
  const read = await readSheet(file, FACTS, () => {
    if (!isChanged) {
      isChanged = true;
      change();
    }
  });
  expect(read).toEqual({ ok: false, failure: { kind, fileName: 'leads.csv' } });
});

test('a file that has another size than when it was looked at is not read at all', async () => {
  writeFileSync(file, 'Name,Phone\nRavi,9876501234\n');
  const looked = await lookAtFile(file);
  appendFileSync(file, 'Asha,9876501235\n');
  const taken: unknown[] = [];
  const read = looked.ok && (await readSheet(file, looked.value, (rows) => void taken.push(rows)));
  expect(read).toEqual({ ok: false, failure: { kind: 'file-changed', fileName: 'leads.csv' } });
  expect(taken).toEqual([]);
});

test('a file that was saved again in the same size since it was looked at is not read at all', async () => {
  writeFileSync(file, 'Name,Phone\nRavi,9876501234\n');
  const looked = await lookAtFile(file);
  writeFileSync(file, 'Phone,Name\n9876501234,Ravi\n');
  utimesSync(file, 1_775_000_000, 1_775_000_000);
  const read = looked.ok && (await readSheet(file, looked.value, () => undefined));
  expect(read).toEqual({ ok: false, failure: { kind: 'file-changed', fileName: 'leads.csv' } });
});

test('a workbook that is saved while it is read is not taken for whole, whichever way it is saved', async () => {
  const workbook = path.join(folder, 'leads.xlsx');
  const people = (city: string): Buffer => {
    const row = (rowNumber: number): string =>
      `<row r="${rowNumber}"><c t="inlineStr"><is><t>${city}</t></is></c><c><v>${9876500000 + rowNumber}</v></c></row>`;
    return makeWorkbook({
      sheets: [
        { name: 'Leads', rows: Array.from({ length: 40_000 }, (_unused, index) => row(index + 1)).join('') },
      ],
    });
  };
  const replace = (): void => {
    writeFileSync(path.join(folder, 'new.xlsx'), people('Agra'));
    renameSync(path.join(folder, 'new.xlsx'), workbook);
  };
  for (const change of [
    replace,
    () => truncateSync(workbook, 100),
    () => writeFileSync(workbook, people('Agra')),
  ]) {
    writeFileSync(workbook, people('Pune'));
    const looked = await lookAtFile(workbook);
    let batches = 0;
    const read =
      looked.ok &&
      (await readSheet(workbook, looked.value, () => {
        batches += 1;
        if (batches === 1) {
          change();
        }
      }));
    expect(read).toEqual({ ok: false, failure: { kind: 'file-changed', fileName: 'leads.xlsx' } });
  }
});

test.each(['~$leads.csv', '.~lock.leads.csv#'])(
  'a file beside which %s stands is open in another program, and read as it was last saved',
  async (lock) => {
    writeFileSync(file, 'Name,Phone\nRavi,9876501234\n');
    const closed = await lookAtFile(file);
    expect(closed.ok && closed.value.isOpenElsewhere).toBeUndefined();
    writeFileSync(path.join(folder, lock), '');
    const open = await lookAtFile(file);
    rmSync(path.join(folder, lock));
    expect(open.ok && open.value.isOpenElsewhere).toBe(true);
    expect(open.ok && open.value.firstRows).toHaveLength(1);
  },
);

test('a mark that never closes ends the reading after a million characters, with the number of its row', async () => {
  writeFileSync(
    file,
    `Name,Remarks\n${'Ravi,"two\nlines"\n'.repeat(9)}Asha,"never closed\n${ROW.repeat((32 * MEGABYTE) / ROW.length)}`,
  );
  let bytesRead = 0;
  const rows: SheetRow[] = [];
  const read = await readSheet(file, FACTS, (batch) => void rows.push(...batch), {
    onProgress: (bytes) => {
      bytesRead = bytes;
    },
  });
  expect(read).toEqual({
    ok: false,
    failure: { kind: 'quote-not-closed', fileName: 'leads.csv', rowNumber: 11 },
  });
  expect(bytesRead).toBeLessThan(2 * MEGABYTE);
});

test('a mark that opens a field of many rows and closes in the end is an ordinary field', async () => {
  const note = ROW.repeat(10_000);
  writeFileSync(file, `Name,Remarks\nRavi,"${note}"\nAsha,x\n`);
  const read = await readWhole(file);
  expect(read.ok && read.value.rows.map(({ rowNumber, cells }) => [rowNumber, cells.at(-1)?.length])).toEqual(
    [
      [2, note.length],
      [3, 1],
    ],
  );
});

test('a million columns in one line are refused, in the first line and further down', async () => {
  const line = 'a,'.repeat(1_000_000);
  writeFileSync(file, line);
  const failure = { kind: 'too-many-columns', fileName: 'leads.csv', limit: 20_000 };
  expect(await lookAtFile(file)).toEqual({ ok: false, failure: { ...failure, rowNumber: 1 } });

  writeFileSync(file, `Name,Phone,City\n${ROW}${line}\n${ROW}`);
  expect(await readWhole(file)).toEqual({ ok: false, failure: { ...failure, rowNumber: 3 } });
  writeFileSync(file, `Name,Phone,City\n${ROW}${'a,'.repeat(20_001)}\n${ROW}`);
  expect(await readSheet(file, FACTS, () => undefined)).toEqual({
    ok: false,
    failure: { ...failure, rowNumber: 3 },
  });
});

test('one endless line without delimiters is no table, one below others a row with too long a cell', async () => {
  const endless = 'x'.repeat(3 * MEGABYTE);
  writeFileSync(file, endless);
  expect(await readWhole(file)).toEqual({
    ok: false,
    failure: { kind: 'file-not-text', fileName: 'leads.csv' },
  });
  const failure = { kind: 'row-too-long', fileName: 'leads.csv', rowNumber: 3, limit: 1_000_000 };
  for (const row of [endless, `Asha,9876501235,${endless}\n${ROW}`]) {
    writeFileSync(file, `Name,Phone,City\n${ROW}${row}`);
    expect(await readWhole(file)).toEqual({ ok: false, failure });
  }
});

test('the first é after a megabyte of plain letters is an é in whichever encoding it was saved', async () => {
  const plain = `Name,Phone,City\n${ROW.repeat(45_000)}`;
  for (const encoding of ['utf8', 'latin1'] as const) {
    writeFileSync(file, plain);
    appendFileSync(file, Buffer.from('José,9876501235,Köln\n', encoding));
    const read = await readWhole(file);
    expect(read.ok && read.value.rows.at(-1)).toEqual({
      rowNumber: 45_002,
      cells: ['José', '9876501235', 'Köln'],
    });
  }
});

test('rows that are all blank are no leads', async () => {
  writeFileSync(file, `Name,Phone\n${',\n'.repeat(200_000)}`);
  expect(await readWhole(file)).toEqual({
    ok: false,
    failure: { kind: 'file-only-heading', fileName: 'leads.csv' },
  });
});

test('a look at a gigabyte reads no more than its beginning', async () => {
  writeFileSync(file, TWO_MEGABYTES);
  truncateSync(file, 1024 * MEGABYTE);
  const looked = await lookAtFile(file);
  expect(looked).toMatchObject({ ok: true, value: { sizeBytes: 1024 * MEGABYTE, isWhole: false } });
  expect(looked.ok && looked.value.firstRows).toHaveLength(300);
});

test('what is no readable file is told by its reason', async () => {
  const missing = path.join(folder, 'gone.csv');
  const gone = { ok: false, failure: { kind: 'file-missing', fileName: 'gone.csv' } };
  expect(await lookAtFile(missing)).toEqual(gone);
  expect(await readSheet(missing, FACTS, () => undefined)).toEqual(gone);
  expect(await lookAtFile(path.join(file, 'under-a-file.csv'))).toMatchObject({
    failure: { kind: 'file-missing' },
  });
  expect(await lookAtFile(path.join(folder, 'a\0b'))).toMatchObject({ failure: { kind: 'file-missing' } });
  expect(await lookAtFile(folder)).toMatchObject({ failure: { kind: 'file-is-folder' } });
  expect(await lookAtFile(devNull)).toMatchObject({
    failure: { kind: 'file-unreadable', code: 'NOT_A_FILE' },
  });
});

test('an error of whoever takes the rows is not mistaken for one of the file', async () => {
  writeFileSync(file, TWO_MEGABYTES);
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const reading = readSheet(file, FACTS, () => {
    throw full;
  });
  await expect(reading).rejects.toBe(full);
});
