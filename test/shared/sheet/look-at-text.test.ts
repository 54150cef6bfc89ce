import { expect, test } from 'vitest';
import { lookAtText } from '../../../shared/sheet/look-at-text.ts';

const look = (text: string, wish = {}, end: 'more-follows' | 'end-of-file' = 'end-of-file') =>
  lookAtText({ fileName: 'leads.csv', text, end }, wish);

test('what the user decided is not guessed', () => {
  const text = 'Name;Phone\nRavi;9876501234\n';
  expect(look(text, { delimiter: ',' })).toMatchObject({
    ok: true,
    value: { delimiter: ',', columns: [{ heading: 'Name;Phone' }] },
  });
  expect(look(text, { headerRowNumber: null })).toMatchObject({
    ok: true,
    value: {
      headerRowNumber: null,
      columns: [{ heading: '' }, { heading: '' }],
      firstRows: [{ rowNumber: 1 }, { rowNumber: 2 }],
    },
  });
  expect(look(text, { headerRowNumber: 2 })).toMatchObject({
    ok: false,
    failure: { kind: 'file-only-heading' },
  });
});

test('one row that looks like headings can be read as data when the user says so', () => {
  expect(look('Ravi,Pune\n')).toMatchObject({
    ok: false,
    failure: { kind: 'file-only-heading', fileName: 'leads.csv' },
  });
  expect(look('Ravi,Pune\n', { headerRowNumber: null })).toMatchObject({ ok: true });
});

test('a heading row further down than anything read leaves nothing to show', () => {
  expect(look('Name\nRavi\n', { headerRowNumber: 50 })).toMatchObject({
    ok: false,
    failure: { kind: 'file-only-heading' },
  });
});

test('at most 300 rows are kept, and then the sheet is not whole', () => {
  const text = (rows: number): string => `Name,Phone\n${'Ravi,9876501234\n'.repeat(rows)}`;
  expect(look(text(300))).toMatchObject({ ok: true, value: { isWhole: true } });
  const long = look(text(301));
  expect(long).toMatchObject({ ok: true, value: { isWhole: false } });
  expect(long.ok && long.value.firstRows.length).toBe(300);
});

test('a row that the end of the sample cuts is not shown', () => {
  expect(look('Name,Phone\nRavi,9876501234\nAsha,98765', {}, 'more-follows')).toMatchObject({
    ok: true,
    value: { firstRows: [{ rowNumber: 2, cells: ['Ravi', '9876501234'] }], isWhole: false },
  });
});

test('a mark that never closes is told at once where all of the file was seen, and later where it was not', () => {
  const text = 'Name,Phone\nRavi,9876501234\nAsha,"98765\n';
  expect(look(text)).toEqual({
    ok: false,
    failure: { kind: 'quote-not-closed', fileName: 'leads.csv', rowNumber: 3 },
  });
  expect(look(text, {}, 'more-follows')).toMatchObject({
    ok: true,
    value: { firstRows: [{ rowNumber: 2 }] },
  });
});

test('a first record without an end is told by its reason', () => {
  expect(look(`"Name,Phone\n${'x'.repeat(1000)}`, {}, 'more-follows')).toMatchObject({
    failure: { kind: 'quote-not-closed', rowNumber: 1 },
  });
  expect(look('a,'.repeat(30_000), {}, 'more-follows')).toMatchObject({
    failure: { kind: 'too-many-columns', rowNumber: 1, limit: 20_000 },
  });
  expect(look('a'.repeat(30_000), {}, 'more-follows')).toMatchObject({ failure: { kind: 'file-not-text' } });
});

test('a row with too many cells is refused wherever it stands', () => {
  expect(look(`Name,Phone\nRavi,1\n${'a,'.repeat(20_000)}a\n`)).toEqual({
    ok: false,
    failure: { kind: 'too-many-columns', fileName: 'leads.csv', rowNumber: 3, limit: 20_000 },
  });
  expect(look(`${'a,'.repeat(19_999)}a\n1\n`)).toMatchObject({ ok: true });
});

test.each(['', ' \n\t', '\ufeff', ',,,\n,,', 'sep=;\n'])('%j is an empty file', (text) => {
  expect(look(text)).toEqual({ ok: false, failure: { kind: 'file-empty', fileName: 'leads.csv' } });
});

test('headings that come again among the leads are no leads', () => {
  const looked = look('Name,Phone\nRavi,9876501234\n Name ,Phone,\nAsha,9876501235\n');
  expect(looked).toMatchObject({ ok: true, value: { headerRowNumber: 1 } });
  expect(looked.ok && looked.value.firstRows.map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
});

test('what stands above the headings is known', () => {
  const text = 'Leads of May\n\nRavi,9876501234\nName,Phone\nAsha,9876501235\n';
  expect(look(text, { headerRowNumber: 4 })).toMatchObject({
    ok: true,
    value: { rowsAbove: { rowCount: 2, mayBeData: true, nearest: [{ rowNumber: 1 }, { rowNumber: 3 }] } },
  });
  expect(look('Name,Phone\nAsha,9876501235\n')).not.toHaveProperty('value.rowsAbove');
});
