import { expect, test } from 'vitest';
import { findHeader } from '../../../shared/sheet/find-header.ts';

const sheet = (text: string): string[][] => text.split('\n').map((line) => line.split(','));

/** Rows of made-up leads, one a line. */
const leads = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Person,98765${index + 10_000},Pune`).join('\n');

test.each<{ name: string; text: string; expected: number | null }>([
  {
    name: 'headings in the first row',
    text: 'Name,Phone,City\nRavi,9876501234,Pune\nAsha,9876501235,Delhi',
    expected: 1,
  },
  {
    name: 'a title and a blank line above',
    text: 'Leads for May,,\n,,\nName,Phone,City\nRavi,9876501234,Pune',
    expected: 3,
  },
  {
    name: 'a title that is shorter than the table',
    text: 'Leads for May\n\nName,Phone,City\nRavi,9876501234,Pune',
    expected: 3,
  },
  {
    name: 'pairs of words and values above',
    text: 'Report,Leads,,,\nFrom,01/05/2026,,,\nName,Phone,Email,City,Date\nRavi,9876501234,r@x.in,Pune,02/05/2026',
    expected: 3,
  },
  {
    name: 'a full line of words above',
    text: 'Report,Leads,May\nName,Phone,City\nRavi,9876501234,Pune\nAsha,9876501235,Delhi',
    expected: 2,
  },
  {
    name: 'a line with a phone number above',
    text: 'Helpline,022-23456789\nName,Phone\nRavi,9876501234\nAsha,9876501235',
    expected: 2,
  },
  {
    name: 'data at once, with words that are headings elsewhere in a later row',
    text: 'Ravi,9876501234,Pune\nAsha,N/A,Delhi\nStatus,9876501235,City',
    expected: null,
  },
  {
    name: 'merged headings above',
    text: ',Student,,,Parent,,\nNo,Name,Mobile,Email,Name,Mobile,Email\n1,A,9876501234,a@x.in,B,9876501235,b@x.in',
    expected: 2,
  },
  {
    name: 'Arabic headings of words only below a line as full',
    text: 'تقرير,مايو,جديد\nالاسم,المدينة,ملاحظات\nمحمد,دبي,مهتم\nعلي,دبي,مهتم',
    expected: 2,
  },
  { name: 'Hindi headings', text: 'नाम,मोबाइल,शहर\nसुनीता,9876501234,जयपुर', expected: 1 },
  {
    name: 'headings that are dates',
    text: 'Name,Phone,01/05/2026,02/05/2026,03/05/2026\nRavi,9876501234,P,A,P\nAsha,9876501235,A,A,P',
    expected: 1,
  },
  { name: 'headings that are years', text: 'Name,2024,2025\nRavi,10,12\nAsha,11,9', expected: 1 },
  {
    name: 'unknown headings above values',
    text: 'Foo,Bar,Baz\nRavi,9876501234,12\nAsha,9876501235,13',
    expected: 1,
  },
  { name: 'words only, which do not repeat', text: 'Foo,Bar\nRavi,Pune\nAsha,Pune', expected: 1 },
  { name: 'headings only', text: 'Name,Phone,City', expected: 1 },
  { name: 'a heading of one column', text: 'Phone\n9876501234\n9876501235', expected: 1 },
  {
    name: 'a first row of data without its number',
    text: 'Name,Phone,Email\nAsha,N/A,not given\nRavi,9876501234,r@x.in',
    expected: 1,
  },
  {
    name: 'a column without heading',
    text: 'Name,,City,Phone\nRavi,x,Pune,9876501234\nAsha,y,Delhi,9876501235',
    expected: 1,
  },
  { name: 'data at once', text: 'Ravi,9876501234,Pune\nAsha,9876501235,Delhi', expected: null },
  {
    name: 'data at once, with a word that is a heading elsewhere',
    text: 'Ravi,9876501234,WhatsApp\nAsha,9876501235,Email',
    expected: null,
  },
  { name: 'e-mail addresses at once', text: 'ravi@example.org,Ravi\nasha@example.org,Asha', expected: null },
  { name: 'phone numbers at once', text: '9876501234\n9876501235', expected: null },
  { name: 'numbers over numbers', text: '1,250\n2,300\n3,150', expected: null },
  { name: 'words that come again below', text: 'Delhi,MBA\nPune,MBA\nDelhi,BBA\nAgra,MBA', expected: null },
  { name: 'one row of data', text: 'Ravi,9876501234', expected: null },
  {
    name: 'headings that come again after five leads',
    text: `Name,Phone,City\n${leads(5)}\nName,Phone,City\n${leads(30)}`,
    expected: 1,
  },
  {
    name: 'headings that come again after one lead, below a title',
    text: `Leads of May,\n,\nName,Phone\nRavi,9876501234\nName,Phone\nAsha,9876501235`,
    expected: 3,
  },
  {
    name: 'headings that come again on every page',
    text: Array.from({ length: 4 }, () => `Name , Phone\n${leads(12)}`).join('\n'),
    expected: 1,
  },
  {
    name: 'one heading that comes again above numbers',
    text: 'Phone\n9876501234\nPhone\n9876501235\n9876501236',
    expected: 1,
  },
  {
    name: 'data whose whole rows come again',
    text: 'Delhi,MBA\nPune,MBA\nDelhi,MBA\nPune,MBA',
    expected: null,
  },
  {
    name: 'words of one column that come again',
    text: 'WhatsApp\nEmail\nWhatsApp\nReferral\nEmail',
    expected: null,
  },
  {
    name: 'leads that come again',
    text: 'Ravi,9876501234,Pune\nRavi,9876501234,Pune\nAsha,N/A,Delhi\nAsha,N/A,Delhi',
    expected: null,
  },
  {
    name: 'headings of half of the columns',
    text: 'Name,Phone\nRavi,9876501234,extra,more\nAsha\nMeena,9876501235',
    expected: 1,
  },
  {
    name: 'headings of a third of the columns below a title',
    text: `Leads of May\n\nName,Phone\n${'Ravi,9876501234,a,b,c,d\n'.repeat(20)}`,
    expected: 3,
  },
  {
    name: 'a period above the headings',
    text: 'From Date,To Date,,,\n01/05/2026,31/05/2026,,,\nName,Phone,Email,City,Date\nRavi,9876501234,r@x.in,Pune,02/05/2026',
    expected: 3,
  },
  { name: 'nothing', text: '', expected: null },
  { name: 'blank rows', text: ',,\n,,', expected: null },
])('$name: row $expected', ({ text, expected }) => {
  expect(findHeader(sheet(text))).toBe(expected);
});

test('one very long row among the data does not hide the headings', () => {
  const rows = [
    ['Name', 'Phone', 'Address'],
    ['A', '9876501234', ...Array.from({ length: 40 }, () => 'x')],
  ];
  const more = Array.from({ length: 20 }, (_, index) => [`B${index}`, `98765013${index + 10}`, 'Pune']);
  expect(findHeader([...rows, ...more])).toBe(1);
});
