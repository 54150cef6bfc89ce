import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IMPORT_MIGRATIONS, openImportJournal } from '../../../electron/journal/import-journal.ts';
import { migrate } from '../../../electron/journal/migrate.ts';
import { openDatabase } from '../../../electron/journal/open-database.ts';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { temporaryFolder } from './made-import.ts';

const PLAIN: SheetRow = { rowNumber: 4, cells: ['Ravi', null, '2026-04-03'] };
const WITH_ORIGIN: SheetRow = {
  rowNumber: 7,
  cells: ['Asha', '', '2026-04-03'],
  origins: { 2: { raw: 46_115, format: 'dd-mmm-yy', shown: '03-Apr-26' } },
};

it('keeps rows with what stood behind their cells in the workbook', () => {
  const { blocks, database } = openImportJournal(join(temporaryFolder(), 'import.sqlite'));
  blocks.add(0, [PLAIN, WITH_ORIGIN]);
  blocks.add(1, [PLAIN]);
  expect(blocks.read(0)).toEqual([PLAIN, WITH_ORIGIN]);
  expect(blocks.read(1)).toEqual([PLAIN]);
  database.close();
});

it('keeps every text, of blocks small and large, in any order of their sizes', () => {
  const { blocks, database } = openImportJournal(join(temporaryFolder(), 'import.sqlite'));
  const texts = ['', 'राहुल 🙂', '\u0000\ud800"\\\n', '₹'.repeat(2_000_000), 'x'.repeat(5000), 'é'];
  texts.forEach((text, index) => {
    blocks.add(index, [{ rowNumber: index + 1, cells: [text, null, 'end'] }]);
  });
  expect(texts.map((_text, index) => blocks.read(index)[0]?.cells)).toEqual(
    texts.map((text) => [text, null, 'end']),
  );
  const types = database.prepare('SELECT DISTINCT typeof(cells) AS type FROM block').all();
  expect(types).toEqual([{ type: 'text' }]);
  database.close();
});

it('reads a journal of the version before origins were kept', () => {
  const path = join(temporaryFolder(), 'import.sqlite');
  const before = openDatabase(path);
  migrate(before, IMPORT_MIGRATIONS.slice(0, 1), path);
  before.exec(
    `INSERT INTO block (block_index, row_numbers, cells) VALUES (0, '4', '[["Ravi",null,"2026-04-03"]]')`,
  );
  before.close();
  const { blocks, database } = openImportJournal(path);
  expect(blocks.read(0)).toEqual([PLAIN]);
  database.close();
});
