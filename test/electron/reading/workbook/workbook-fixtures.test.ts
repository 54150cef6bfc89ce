import { expect, test } from 'vitest';
import { fixture } from '../read-whole.ts';
import { readWorkbook, table } from './read-workbook.ts';

/** What `many-traps` must be read as in every format. Row 8 is blank. */
const MAY = [
  line(1, 'Leads of May – Pune branch'),
  line(3, 'Name|Mobile|Pin Code|Enquiry Date|Visited At|Slot|Discount|Budget|Paid|Hours|Remarks|City'),
  line(
    4,
    'राहुल शर्मा|919876543210|001234|2026-04-03|2026-04-03 14:30:00|18:00|12.5%|222000|TRUE|36:00|line one\nline two|Pune',
  ),
  line(
    5,
    'Zoë D’Souza|+91 98765 43211|411001|2026-04-30|2026-04-30 06:00:00|10:30|0%|1234567.5|FALSE|06:00|😀 said "later", <b> & more|Pune',
  ),
  line(6, '  padded  |0098765432|000000|-2|1900-03-01 00:00:00|00:00|100%|-500||960:00||#N/A'),
  line(7, 'Rich|919876543210|999999|2026-04-03|||12.5%|0.1|1||Bold and plain|Delhi'),
  line(9, 'Long digits|9.19876543210124E+17||2099-12-31||||19.99|||after a blank row|Surat'),
];

/** Cells parted by bars; nothing between two bars is no cell. */
function line(rowNumber: number, cells: string): readonly unknown[] {
  return [rowNumber, ...cells.split('|').map((cell) => (cell === '' ? null : cell))];
}

test.each(['xlsx', 'xls', 'ods'])('many-traps.%s is read row for row', async (format) => {
  const book = await readWorkbook(fixture(`workbooks/many-traps.${format}`));
  expect(book).toMatchObject({ ok: true });
  if (!book.ok) {
    return;
  }
  expect(book.value.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Notes', 'visible'],
    ['May', 'visible'],
    ['Old leads', 'hidden'],
    ['Empty', 'visible'],
  ]);
  const [notes, may, old, empty] = book.value;
  expect(table(notes?.rows)).toEqual([
    [1, 'Collected at the fair'],
    [3, 'Ask Asha before sending'],
  ]);
  // LibreOffice counts days before 1900 in its own way, and an OpenDocument file says dates rather than days.
  const openDocument = MAY.map((cells) =>
    cells.map((cell) => ({ '-2': '1899-12-28', '1900-03-01 00:00:00': '1900-03-01' })[String(cell)] ?? cell),
  );
  expect(table(may?.rows)).toEqual(format === 'ods' ? openDocument : MAY);
  expect(may?.totals).toEqual({
    rowCount: 7,
    isWhole: true,
    hiddenRowCount: 1,
    hiddenColumns: [2],
    mergedCount: 1,
  });
  expect(table(old?.rows)).toEqual([
    [1, 'Name', 'Mobile'],
    [2, 'Imran Khan', '9876501236'],
  ]);
  expect(empty?.rows).toEqual([]);
});

test.each(['xlsx', 'xls', 'ods'])(
  'many-traps.%s keeps what was shown beside what is read',
  async (format) => {
    const book = await readWorkbook(fixture(`workbooks/many-traps.${format}`));
    const row = book.ok ? book.value[1]?.rows[2] : undefined;
    expect(row?.origins?.[2]).toMatchObject({ raw: 1234, shown: '001234' });
    expect(row?.origins?.[3]).toMatchObject({ shown: '03-Apr-26' });
    expect(row?.origins?.[5]).toMatchObject({ shown: '6:00 PM' });
    expect(row?.origins?.[7]).toMatchObject({ raw: 222_000, shown: '₹222,000.00' });
    expect(row?.origins?.[1]).toBeUndefined();
  },
);

test.each(['xlsx', 'xls', 'ods'])('days-from-1904.%s shows the same days', async (format) => {
  const book = await readWorkbook(fixture(`workbooks/days-from-1904.${format}`));
  expect(table(book.ok ? book.value[0]?.rows : [])).toEqual([
    [1, 'Name', 'Mobile', 'Date'],
    [2, 'Ravi', '9876501234', '2026-04-03'],
    [3, 'Asha', '9876501235', '1904-01-01'],
  ]);
});

test.each(['password.xls', 'password.ods'])('%s is said to have a password', async (fileName) => {
  expect(await readWorkbook(fixture(`workbooks/${fileName}`))).toEqual({
    ok: false,
    failure: { kind: 'workbook-encrypted', fileName },
  });
});

test('a damaged workbook that would fill the memory is refused, and the next one is read', async () => {
  const fileName = 'fills-the-memory.xls';
  expect(await readWorkbook(fixture(`workbooks/${fileName}`))).toEqual({
    ok: false,
    failure: { kind: 'workbook-too-large', fileName },
  });
  expect(await readWorkbook(fixture('workbooks/days-from-1904.xls'))).toMatchObject({ ok: true });
});

test('an XML spreadsheet named .xls is read by its content', async () => {
  const book = await readWorkbook(fixture('workbooks/xml-spreadsheet-named.xls'));
  expect(book.ok && book.value.map(({ name, rows }) => [name, table(rows)])).toEqual([
    [
      'Leads',
      [
        [1, 'Name', 'Mobile', 'Pin', 'Date'],
        [3, 'सुनीता & Co', '919876543210', '001234', '2026-04-03'],
      ],
    ],
  ]);
});

test('a web page named .xls is read by its content, and its cells are not guessed to be numbers', async () => {
  const book = await readWorkbook(fixture('web-page-named.xls'));
  expect(book).toMatchObject({ ok: true });
  const cells = book.ok ? book.value.flatMap(({ rows }) => rows.flatMap((row) => row.cells)) : [];
  expect(cells.length).toBeGreaterThan(3);
  expect(cells.some((cell) => /E\+/u.test(cell ?? ''))).toBe(false);
});

test('the fair’s workbook keeps its 121 leads below the title and headings', async () => {
  const book = await readWorkbook(fixture('fair-leads.xlsx'));
  const [readMe, first, second] = book.ok ? book.value : [];
  expect([readMe, first, second].map((sheet) => sheet?.name)).toEqual(['Read me', 'Day 1', 'Day 2']);
  expect(table(first?.rows).slice(0, 3)).toEqual([
    [1, 'Education Fair – Day 1'],
    [3, 'Name', 'Mobile', 'Email', 'Visited On', 'Course', 'Fee quoted', 'Score'],
    [4, 'Sneha Singh', '+91 9151973817', null, '2026-07-04', 'BBA', '222000', '1'],
  ]);
  expect(first?.rows.at(-1)?.rowNumber).toBe(125);
  expect(first?.rows).toHaveLength(122);
  expect(first?.totals.mergedCount).toBe(1);
  expect(first?.rows[1]?.origins).toBeUndefined();
  expect(first?.rows[2]?.origins).toEqual({
    3: { raw: 46_207, format: 'dd-mmm-yy', shown: '04-Jul-26' },
    5: { raw: 222_000, format: '"₹"#,##0', shown: '₹222,000' },
  });
  expect(table(second?.rows).slice(0, 2)).toEqual([
    [1, 'Name', 'Mobile'],
    [2, 'Meera कुमार', '6139570155'],
  ]);
});
