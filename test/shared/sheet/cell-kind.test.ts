import { expect, test } from 'vitest';
import { cellKind, type CellKind } from '../../../shared/sheet/cell-kind.ts';

const EXAMPLES: Readonly<Record<CellKind, readonly string[]>> = {
  empty: ['', ' ', 'N/A', 'NA', '-', '--', 'nil'],
  email: ['ravi@example.org', ' Ravi <ravi@example.org>', 'a@x.in; b@x.in', 'ravi@उदाहरण.भारत'],
  phone: [
    '9876501234',
    '+91 98765 01234',
    '+91-9876501234',
    '(+91) 98765-01234',
    '09876501234',
    '0091-9876501234',
    "'9876501234",
    '9876501234.0',
    '919876501234',
    '९८७६५०१२३४',
    '9876501234 / 9876501235',
    '9876501234, 9876501235',
    '022-23456789',
    '(415) 555-2671',
    '9.19877E+11',
    'p:+919876501234',
    '98765-01234',
  ],
  web: ['https://example.org/x?y=1', 'www.example.com', 'http://शिक्षा.example'],
  date: [
    '13/11/2026',
    '2026-12-24',
    '5 Jun 2025',
    '9 Dec 2026',
    '22-7-24',
    '05/03/2026 14:30',
    '2026-05-01T10:00:00Z',
    'May 5, 2026',
    '1st May 2026',
    '7-7-26',
    '01.05.2026',
  ],
  number: [
    '1',
    '1250000',
    '12,50,000',
    '₹ 12,50,000',
    'Rs. 4,00,000/-',
    '850000.00',
    '4.5',
    '29.070,50',
    '-3',
    '12%',
    '+91',
    '₹75 000',
  ],
  text: [
    'Ravi',
    'Follow Up',
    'yesterday',
    '12.5 lakh',
    'two',
    '★★★',
    '3 stars',
    'call 9876501234',
    'a@b',
    'B.Tech;MBA',
    'x1',
  ],
};

test.each(Object.entries(EXAMPLES).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text }))))(
  '$text looks like $kind',
  ({ kind, text }) => {
    expect(cellKind(text)).toBe(kind);
  },
);

test('a page of anything is judged by its beginning', () => {
  expect(cellKind('1'.repeat(1_000_000))).toBe('number');
  expect(cellKind(`${'x'.repeat(1_000_000)}@example.org`)).toBe('text');
  expect(cellKind(`9876501234${' '.repeat(1_000_000)}/`)).toBe('phone');
});
