import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../journal/made-import.ts';
import { NAMES, sheetOf } from '../reading/names-by-code-page.ts';
import { fixture } from '../reading/read-whole.ts';
import { runCli, startCli } from './run-cli.ts';

const HINDI = ['सुनीता शर्मा', 'राहुल 😀'];

/** One file for each way of decoding, and the code pages that people most likely have; the others are read in process. */
const FILES = [
  ...(['utf-8', 'utf-16le', 'utf-16be'] as const).map((encoding) => ({ encoding, names: HINDI })),
  ...(['windows-1252', 'windows-1251', 'ibm850', 'macintosh', 'shift_jis', 'gb18030'] as const).map(
    (encoding) => ({
      encoding,
      names: NAMES.find(({ codePage }) => codePage === encoding)?.names ?? [],
    }),
  ),
];

test.each(FILES)('rows prints every letter of a file in $encoding', async ({ encoding, names }) => {
  const file = path.join(temporaryFolder(), 'leads.csv');
  writeFileSync(file, iconv.encode(sheetOf(names), encoding, { addBOM: false }));
  const { exitCode, objects, stderr } = await runCli(['rows', file]);
  expect([exitCode, stderr]).toEqual([0, '']);
  const [sheet, ...rows] = objects;
  expect(sheet).toEqual({
    kind: 'sheet',
    name: 'leads',
    headerRow: 1,
    columns: ['Name', 'Phone', 'City'],
    encoding,
    delimiter: ',',
  });
  expect(rows.map((row) => (row['cells'] as readonly string[])[0])).toEqual(
    names.map((name) => iconv.decode(iconv.encode(name, encoding, { addBOM: false }), encoding)),
  );
});

test('rows prints the first rows of a large file before the rest is read, and never waits to hold them', async () => {
  const file = path.join(temporaryFolder(), 'large.csv');
  writeFileSync(file, 'Name,Phone\n');
  const block = 'Asha Sharma of Pune,9876501234\n'.repeat(10_000);
  for (let count = 0; count < 100; count += 1) {
    appendFileSync(file, block);
  }
  const { process: child, done } = startCli(['rows', file]);
  const first = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (text: string) => {
      child.stdout?.pause();
      resolve(text);
    });
  });
  expect(first).toContain('{"kind":"sheet"');
  // Nobody reads any more, so a program that waits for its reader cannot have come to its end.
  expect(child.exitCode).toBeNull();
  child.stdout?.resume();
  const { exitCode, objects } = await done;
  expect([exitCode, objects.length]).toEqual([0, 1_000_001]);
});

test('rows reads an old workbook, for which a process is started, and ends by itself', async () => {
  const { exitCode, objects, stderr } = await runCli(['rows', fixture('workbooks/many-traps.xls')]);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(objects[0]).toMatchObject({ kind: 'sheet', name: 'May', encoding: null, delimiter: null });
  expect(objects.length).toBeGreaterThan(2);
});

test('rows names the sheets that there are when the one asked for is not', async () => {
  const { exitCode, stderr } = await runCli(['rows', fixture('fair-leads.xlsx'), '--sheet', 'May']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Read me, Day 1, Day 2');
});
