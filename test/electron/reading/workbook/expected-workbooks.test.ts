import { expect, test } from 'vitest';
import { fixture } from '../read-whole.ts';
import { EXPECTED_WORKBOOKS, OPEN_DOCUMENT_SAYS } from './expected-workbooks.ts';
import { readWorkbook, table } from './read-workbook.ts';

const FILES = EXPECTED_WORKBOOKS.flatMap(({ name, sheets }) =>
  ['xlsx', 'xls', 'ods'].map((format) => ({ file: `${name}.${format}`, format, sheets })),
);

test.each(FILES)('$file is read row for row', async ({ file, format, sheets }) => {
  const book = await readWorkbook(fixture(`workbooks/${file}`));
  expect(book).toMatchObject({ ok: true });
  if (book.ok) {
    expect(book.value.map(({ name, visibility }) => [name, visibility])).toEqual(
      sheets.map(({ name, visibility }) => [name, visibility ?? 'visible']),
    );
    for (const [index, expected] of sheets.entries()) {
      const read = book.value[index];
      expect(table(read?.rows).map(withoutEmptyTexts)).toEqual(
        expected.rows.map((row) => cellsOf(row, format)),
      );
      expect(read?.totals).toEqual({
        rowCount: expected.rows.length,
        isWhole: true,
        hiddenRowCount: expected.hiddenRowCount ?? 0,
        hiddenColumns: expected.hiddenColumns ?? [],
        mergedCount: expected.mergedCount ?? 0,
      });
    }
  }
});

function cellsOf([rowNumber, line]: readonly [number, string], format: string): readonly unknown[] {
  const cells = line.split('|').map((cell) => (cell === '' ? null : cell));
  const said = (cell: string | null) =>
    format === 'ods' && cell !== null ? (OPEN_DOCUMENT_SAYS[cell] ?? cell) : cell;
  return [rowNumber, ...cells.map(said)];
}

/** The empty text that a formula makes is a cell in .xls and none in the other formats. */
function withoutEmptyTexts(cells: readonly unknown[]): readonly unknown[] {
  return cells.map((cell) => (cell === '' ? null : cell));
}
