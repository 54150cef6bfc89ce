import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from '../read-whole.ts';
import { KNOWN_ERRORS } from './known-errors.ts';
import { readWorkbook } from './read-workbook.ts';
import { disagreements, ourTestimony, WITNESSES, type WitnessName } from './witnesses.ts';

/** Not to be read by anybody: encrypted, or damaged so that libraries fill the memory. */
const UNREADABLE = /^(?:password|fills-the-memory)\./u;

const FILES = [
  'fair-leads.xlsx',
  ...readdirSync(fixture('workbooks'))
    .filter((name) => /\.(?:xlsx|xls|xlsb|ods)$/u.test(name) && !UNREADABLE.test(name))
    .map((name) => `workbooks/${name}`),
];

/** What each library is made for. */
const FORMATS: Readonly<Record<WitnessName, RegExp>> = {
  // It reads .xls and .xlsb for us too, so that it would only witness for itself.
  SheetJS: /\.(?:xlsx|ods)$/u,
  hucre: /\.(?:xlsx|xls|ods)$/u,
  'read-excel-file': /\.xlsx$/u,
};

const HEARINGS = (Object.keys(WITNESSES) as WitnessName[]).flatMap((witness) =>
  FILES.filter((file) => FORMATS[witness].test(file)).map((file) => ({ witness, file })),
);

test.each(HEARINGS)('$witness finds the same cells in $file', async ({ witness, file }) => {
  const book = await readWorkbook(fixture(file));
  expect(book).toMatchObject({ ok: true });
  const known = KNOWN_ERRORS.find((error) => error.witness === witness && error.file === path.basename(file));
  const hearing = WITNESSES[witness](fixture(file));
  if (known !== undefined && 'refuses' in known) {
    await expect(hearing).rejects.toThrow();
    return;
  }
  const ours = new Map(
    [...ourTestimony(book.ok ? book.value : [])].map(([name, values]) => [
      known?.calls?.[name] ?? name,
      values,
    ]),
  );
  const nameOf = (called: string) =>
    Object.entries(known?.calls ?? {}).find(([, theirs]) => theirs === called)?.[0] ?? called;
  const found = disagreements(ours, await hearing);
  const said = Object.fromEntries(
    found.map(({ sheet, place, theirs }) => [`${nameOf(sheet)}!${place}`, theirs]),
  );
  expect(said).toEqual(known?.says ?? {});
});

test('every workbook is witnessed by at least one library that we do not read it with', () => {
  const heard = new Set(
    HEARINGS.filter(
      ({ witness, file }) =>
        !KNOWN_ERRORS.some(
          (error) => error.witness === witness && error.file === path.basename(file) && 'refuses' in error,
        ),
    ).map(({ file }) => file),
  );
  const alone = FILES.filter((file) => !heard.has(file)).map((file) => path.basename(file));
  // These three say the same in .xlsx and .ods, which others witness; the last one was written by hand.
  expect(alone).toEqual([
    'many-traps.xls',
    'merged-titles-and-cells.xls',
    'rows-far-apart.xls',
    'xml-spreadsheet-named.xls',
  ]);
});
