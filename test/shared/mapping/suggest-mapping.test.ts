import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog, Field } from '../../../shared/catalog/field.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { DEFAULT_CHOICES, mappingSchema } from '../../../shared/mapping/mapping.ts';
import {
  suggestMapping,
  type SuggestCatalog,
  type SuggestedMapping,
} from '../../../shared/mapping/suggest-mapping.ts';

const own = (
  apiName: string,
  label: string,
  type: Field['type'],
  options: readonly string[] | null = null,
): Field => ({
  apiName,
  label,
  type,
  options,
  trustValues: false,
});

const catalogWith = (...fields: readonly Field[]): Catalog => ({
  fields: [...STANDARD_FIELDS, ...fields],
  identifier: 'phone',
});

const PHONES = ['9876501234', '+91 98765 01235', '09876501236', '98765-01237', '9876501238'];
const OTHER_PHONES = ['9976501234', '9976501235', '9976501236', '9976501237', '9976501238'];
const EMAILS = [
  'ravi@example.org',
  'asha@example.org',
  'imran@example.org',
  'zoe@example.org',
  'kiran@example.org',
];
const NAMES = ['Ravi Kumar', 'Asha Iyer', 'Imran Khan', 'Zoë D’Souza', 'सुनीता शर्मा'];
const WORDS = ['later', 'yes', 'no', 'busy', 'later'];
const STATUSES = ['Fresh', 'Won', 'Lost', 'Fresh', 'Interested'];
const RATINGS = ['1', '5', '★★★', '3 stars', '4'];
const OWNERS = [
  'asha@acme.example',
  'ravi@acme.example',
  'asha@acme.example',
  'asha@acme.example',
  'ravi@acme.example',
];
const NOTHING = ['', '', '', '', ''];

type Sheet = readonly (readonly [heading: string, values: readonly string[]])[];

function suggest(sheet: Sheet, catalog: SuggestCatalog = catalogWith(), rowCount = 5): SuggestedMapping {
  return suggestMapping(
    sheet.map(([heading], index) => ({ index, heading })),
    Array.from({ length: rowCount }, (_, row) => ({
      rowNumber: row + 2,
      cells: sheet.map(([, values]) => values[row] ?? ''),
    })),
    catalog,
  );
}

/** The field of each column, `-` for those that are not sent. */
function fieldsOf({ mapping }: SuggestedMapping): readonly string[] {
  return mapping.columns.map(({ target }) => (target.kind === 'field' ? target.apiName : '-'));
}

test.each<{ heading: string; values: readonly string[]; field: string }>([
  ...[
    'Mobile',
    'Mobile No.',
    'MOBILE NUMBER',
    'Contact No.',
    'Contact',
    'Ph',
    'Ph. No.',
    'Phone Number',
    'phone_number',
    'WhatsApp',
    'WhatsApp No',
    'Cell',
    'Tel.',
    'Mobile (10 digits)',
    'Phone*',
    'Phone 1',
    'SENDER_MOBILE',
    "Student's Mobile No",
    'मोबाइल',
    'मोबाइल नंबर',
    'फोन नंबर',
    'फ़ोन नं.',
    'संपर्क सूत्र',
    'Telefoon',
    'رقم الهاتف',
    'الهاتف',
    'الجوال',
  ].map((heading) => ({ heading, values: PHONES, field: 'phone' })),
  ...[
    'E-mail ID',
    'Email Address',
    'EMAIL',
    'Mail id',
    'email_address',
    'E Mail',
    'ईमेल',
    'Email 1',
    'البريد الإلكتروني',
  ].map((heading) => ({ heading, values: EMAILS, field: 'email' })),
  ...[
    'Full Name',
    'Student Name',
    'Name of the Candidate',
    'Candidate',
    'full_name',
    'Customer',
    'Lead Name',
    'Contact',
    'Contact Person',
    'नाम',
    'पूरा नाम',
    'Naam',
    'الاسم',
    'First Name',
    'Name (as per Aadhaar)',
  ].map((heading) => ({ heading, values: NAMES, field: 'name' })),
  ...['Lead Stage', 'Lead Status', 'Status', 'stage', 'Disposition', 'स्थिति', 'الحالة'].map((heading) => ({
    heading,
    values: STATUSES,
    field: 'status',
  })),
  ...['Stars', 'Rating', 'Lead Rating', 'Star Rating', 'No. of Stars'].map((heading) => ({
    heading,
    values: RATINGS,
    field: 'rating',
  })),
  ...['Owner', 'Assigned To', 'Counsellor', 'Lead Owner', 'Telecaller', 'assigned_to', 'Sales Executive'].map(
    (heading) => ({ heading, values: OWNERS, field: 'assignee' }),
  ),
])('"$heading" is $field', ({ heading, values, field }) => {
  expect(fieldsOf(suggest([[heading, values]]))).toEqual([field]);
});

test.each([
  'Alternate Mobile',
  'Alt. No.',
  'Phone 2',
  'Mobile2',
  "Parent's Mobile",
  'Father Mobile',
  'Mobile (Father)',
  'Mother Contact No',
  'Emergency Contact',
  'Company Phone',
  'Guardian Phone Number',
  'Aadhaar Number',
  'Order ID',
  'Fax',
  'Reference Contact',
  'वैकल्पिक मोबाइल',
])('"%s" is somebody else\'s number or another thing, although the values look like phones', (heading) => {
  expect(fieldsOf(suggest([[heading, PHONES]]))).toEqual(['-']);
});

test.each([
  'Father Name',
  "Father's Name",
  'Company Name',
  'Course Name',
  'Last Name',
  'School Name',
  'Campaign Name',
  'Team Name',
  'User ID',
  'Ad Name',
  'Game',
  'Age',
  'Dame',
  'Source',
  'City',
])('"%s" is not the name of the lead', (heading) => {
  expect(fieldsOf(suggest([[heading, NAMES]]))).toEqual(['-']);
});

test.each([
  { heading: 'Phone', values: WORDS },
  { heading: 'Mobile No.', values: NAMES },
  { heading: 'Email', values: WORDS },
  { heading: 'Name', values: EMAILS.map(() => '12/05/2026') },
  { heading: 'Rating', values: ['Hot', 'Warm', 'Cold', 'Hot', 'Hot'] },
  { heading: 'Status', values: OWNERS },
  { heading: 'Owner', values: NAMES },
])('a column headed "$heading" is not matched when its values are of another sort', ({ heading, values }) => {
  const suggested = suggest([[heading, values]]);
  expect(fieldsOf(suggested)).toEqual(['-']);
  expect(suggested.reasons).toEqual([{ kind: 'nothing-fits' }]);
});

test('a few bad values do not speak against a heading', () => {
  expect(
    fieldsOf(suggest([['Phone', ['N/A', '12345', 'call later', '9876501234', '+91 98765 01235']]])),
  ).toEqual(['phone']);
  expect(fieldsOf(suggest([['Phone', ['12345', '98']]], catalogWith(), 2))).toEqual(['phone']);
  expect(fieldsOf(suggest([['Phone', NOTHING]]))).toEqual(['phone']);
  expect(fieldsOf(suggest([['Phone', []]], catalogWith(), 0))).toEqual(['phone']);
});

test('of several columns the one with the better heading feeds the field, and the others say which', () => {
  const suggested = suggest([
    ['WhatsApp', OTHER_PHONES],
    ['Alternate Mobile', OTHER_PHONES],
    ['Mobile No.', PHONES],
    ['First Name', NAMES],
    ['Full Name', NAMES],
  ]);
  expect(fieldsOf(suggested)).toEqual(['-', '-', 'phone', '-', 'name']);
  expect(suggested.reasons).toEqual([
    { kind: 'taken', heading: 'Mobile No.' },
    { kind: 'nothing-fits' },
    { kind: 'heading' },
    { kind: 'taken', heading: 'Full Name' },
    { kind: 'heading' },
  ]);
});

test('a full column wins over one that is nearly empty, such as the landline beside the mobile', () => {
  expect(
    fieldsOf(
      suggest([
        ['Phone', ['022-23456789', '', '', '', '']],
        ['Mobile', PHONES],
      ]),
    ),
  ).toEqual(['-', 'phone']);
  expect(
    fieldsOf(
      suggest([
        ['Phone', PHONES],
        ['Mobile', OTHER_PHONES],
      ]),
    ),
  ).toEqual(['phone', '-']);
});

test('of two equal headings the left one is taken', () => {
  expect(
    fieldsOf(
      suggest([
        ['Phone', PHONES],
        ['Phone', OTHER_PHONES],
      ]),
    ),
  ).toEqual(['phone', '-']);
});

test('"Contact" is a phone or a name by its values', () => {
  expect(fieldsOf(suggest([['Contact', PHONES]]))).toEqual(['phone']);
  expect(
    fieldsOf(
      suggest([
        ['Contact', NAMES],
        ['Contact No', PHONES],
      ]),
    ),
  ).toEqual(['name', 'phone']);
});

test("a field's own label or API name counts before everything else, in any case", () => {
  const catalog = catalogWith(
    own('lead_source', 'Lead Source', 'dropdown'),
    own('pref_city', 'Preferred City', 'text'),
  );
  const suggested = suggest(
    [
      ['lead source', WORDS],
      ['PREF_CITY', WORDS],
      ['City', WORDS],
    ],
    catalog,
  );
  expect(fieldsOf(suggested)).toEqual(['lead_source', 'pref_city', '-']);
  expect(suggested.reasons.slice(0, 2)).toEqual([{ kind: 'field-name' }, { kind: 'field-name' }]);
});

test('a second phone goes to the field that the workspace has for it', () => {
  const catalog = catalogWith(
    own('alternate_phone', 'Alternate Phone', 'phone'),
    own('dob', 'Date of Birth', 'date'),
  );
  const dates = ['1/5/2001', '13/5/2001', '2/6/1999', '', ''];
  expect(
    fieldsOf(
      suggest(
        [
          ['Mobile', PHONES],
          ['Alternate Mobile No.', OTHER_PHONES],
          ['D.O.B', dates],
          ['DOB', dates],
        ],
        catalog,
      ),
    ),
  ).toEqual(['phone', 'alternate_phone', '-', 'dob']);
});

test('a field that the workspace does not have is not suggested', () => {
  const catalog: Catalog = {
    fields: STANDARD_FIELDS.filter(({ apiName }) => apiName === 'name'),
    identifier: 'name',
  };
  expect(
    fieldsOf(
      suggest(
        [
          ['Name', NAMES],
          ['Phone', PHONES],
        ],
        catalog,
      ),
    ),
  ).toEqual(['name', '-']);
});

test.each([
  { heading: 'Moblie No.', values: PHONES, field: 'phone' },
  { heading: 'Phne Number', values: PHONES, field: 'phone' },
  { heading: 'Emial ID', values: EMAILS, field: 'email' },
  { heading: 'Assgined To', values: OWNERS, field: 'assignee' },
  { heading: 'Studnet Name', values: NAMES, field: 'name' },
])('a typing error in "$heading" is understood when the values agree', ({ heading, values, field }) => {
  const suggested = suggest([[heading, values]]);
  expect(fieldsOf(suggested)).toEqual([field]);
  expect(suggested.reasons).toEqual([{ kind: 'similar-heading' }]);
});

test.each([
  { heading: 'Moblie No.', values: WORDS },
  { heading: 'Mobile OS', values: ['Android', 'iOS', 'Android', 'Android', 'iOS'] },
  { heading: 'Emial ID', values: WORDS },
  { heading: 'Statsu', values: STATUSES },
  { heading: 'Game', values: NAMES },
  { heading: 'Parent Name', values: NAMES },
])('"$heading" is not believed for its spelling alone', ({ heading, values }) => {
  expect(fieldsOf(suggest([[heading, values]]))).toEqual(['-']);
});

test('known options confirm a doubtful heading', () => {
  const catalog = catalogWith(
    own('lead_source', 'Lead Source', 'dropdown', ['Facebook', 'Google', 'Walk-in']),
  );
  expect(
    fieldsOf(suggest([['Lead Sorce', ['facebook', 'Google', 'Walk-in', 'Insta', '']]], catalog)),
  ).toEqual(['lead_source']);
});

test('where no heading says so, columns full of phones and addresses are found by their values', () => {
  const suggested = suggest([
    ['', NAMES],
    ['', PHONES],
    ['', EMAILS],
  ]);
  expect(fieldsOf(suggested)).toEqual(['-', 'phone', 'email']);
  expect(suggested.reasons).toEqual([{ kind: 'nothing-fits' }, { kind: 'values' }, { kind: 'values' }]);
  expect(
    fieldsOf(
      suggest([
        ['Kontaktdaten', PHONES],
        ['Adresse', EMAILS],
      ]),
    ),
  ).toEqual(['phone', 'email']);
});

test('headings that were swapped by mistake do not hide the phones', () => {
  expect(
    fieldsOf(
      suggest([
        ['Phone', NAMES],
        ['Name', PHONES],
      ]),
    ),
  ).toEqual(['-', 'phone']);
});

test('values alone do not make phones of amounts, codes, repeated addresses or remarks with numbers in them', () => {
  const amounts = ['1250000', '850000', '400000', '1200000', '7500000'];
  const remarks = ['call 9876501234', 'later', 'busy', '9876501234', 'no'];
  expect(
    fieldsOf(
      suggest([
        ['Foo', amounts],
        ['Bar', remarks],
        ['Baz', OWNERS],
        ['Qux', ['1', '2', '3', '4', '5']],
      ]),
    ),
  ).toEqual(['-', '-', '-', '-']);
});

test('what a person chose stays, and its field is not given to another column', () => {
  const columns = [
    { index: 0, heading: 'Mobile' },
    { index: 1, heading: 'Phone' },
    { index: 2, heading: 'Name' },
  ];
  const rows = PHONES.map((phone, row) => ({
    rowNumber: row + 2,
    cells: [phone, OTHER_PHONES[row] ?? '', NAMES[row] ?? ''],
  }));
  const chosen = [
    {
      columnIndex: 0,
      heading: 'Mobile',
      target: { kind: 'field', apiName: 'phone' },
      origin: 'chosen',
      choices: DEFAULT_CHOICES,
    },
    {
      columnIndex: 2,
      heading: 'Name',
      target: { kind: 'not-sent' },
      origin: 'chosen',
      choices: DEFAULT_CHOICES,
    },
  ] as const;
  const suggested = suggestMapping(columns, rows, catalogWith(), { chosen, duplicates: 'first-wins' });
  expect(fieldsOf(suggested)).toEqual(['phone', '-', '-']);
  expect(suggested.mapping.columns.map(({ origin }) => origin)).toEqual(['chosen', 'suggested', 'chosen']);
  expect(suggested.mapping.duplicates).toBe('first-wins');
});

test('how dates and numbers are read is found for every column, for the moment when a person gives it a field', () => {
  const { mapping } = suggest(
    [
      ['Date', ['1/13/2026', '2/3/2026']],
      ['Amount', ['1.234,50', '9,95']],
    ],
    catalogWith(),
    2,
  );
  expect(mapping.columns.map(({ choices }) => [choices.dateOrder, choices.decimalMark])).toEqual([
    ['month-first', 'point'],
    ['day-first', 'comma'],
  ]);
});

test('any sheet gets a mapping that can be saved, in which no field is fed twice', () => {
  const heading = fc.oneof(
    fc.constantFrom('Phone', 'Mobile', 'Name', 'Email', 'Contact', 'Owner', 'Phone 2', 'Stars', '', 'Naam'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const values = fc.constantFrom(PHONES, OTHER_PHONES, EMAILS, NAMES, WORDS, NOTHING, RATINGS, OWNERS);
  fc.assert(
    fc.property(fc.array(fc.tuple(heading, values), { maxLength: 12 }), (sheet) => {
      const suggested = suggest(sheet);
      const sent = fieldsOf(suggested).filter((apiName) => apiName !== '-');
      expect(new Set(sent).size).toBe(sent.length);
      expect(suggested.reasons).toHaveLength(sheet.length);
      expect(mappingSchema.parse(suggested.mapping)).toEqual(suggested.mapping);
    }),
    { numRuns: 300 },
  );
});

const SITES = ['www.acme.in', 'https://b.example/x', '', 'c.co.in', 'NA'];
const LINKS = ['https://drive.google.com/open?id=1', 'https://acme.in/a.pdf', '', 'acme.in/b.jpg', ''];
const AMOUNTS = ['₹ 12,50,000', '12.5 lakh', 'Rs. 4,00,000/-', '1,20,000', 'NA'];
const REASONS = ['Too expensive', 'no response', '', 'Too expensive', ''];
const FILES = ['photo.jpg', 'IMG_1.png', 'C:\\a.jpg', 'b.pdf', 'scan'];

test.each<{
  heading: string;
  values: readonly string[];
  type: Field['type'];
  label: string;
  isMatched: boolean;
}>([
  { heading: 'Website', values: SITES, type: 'website', label: 'Company Website', isMatched: true },
  { heading: 'URL', values: SITES, type: 'website', label: 'Online presence', isMatched: true },
  { heading: 'वेबसाइट', values: SITES, type: 'website', label: 'Online presence', isMatched: true },
  { heading: 'Website', values: WORDS, type: 'website', label: 'Website', isMatched: false },
  { heading: 'Websites', values: AMOUNTS, type: 'website', label: 'Online presence', isMatched: false },
  { heading: 'Budget (INR)', values: AMOUNTS, type: 'money', label: 'Budget', isMatched: true },
  { heading: 'Budget in Rs.', values: AMOUNTS, type: 'money', label: 'Budget', isMatched: true },
  { heading: 'Amount', values: AMOUNTS, type: 'money', label: 'Deal Value', isMatched: true },
  { heading: 'Budget', values: AMOUNTS, type: 'number', label: 'Max budget', isMatched: true },
  { heading: 'Budget', values: AMOUNTS, type: 'money', label: 'Deal Value', isMatched: false },
  { heading: 'Amount', values: NAMES, type: 'money', label: 'Amount', isMatched: false },
  { heading: 'Reason for loss', values: REASONS, type: 'lostReason', label: 'Why', isMatched: true },
  { heading: 'Lost Reason', values: REASONS, type: 'lostReason', label: 'Lost Reason', isMatched: true },
  { heading: 'Lost Reason', values: AMOUNTS, type: 'lostReason', label: 'Why', isMatched: false },
  { heading: 'Photo Link', values: LINKS, type: 'medialink', label: 'Papers', isMatched: true },
  { heading: 'Attachments', values: LINKS, type: 'medialink', label: 'Papers', isMatched: true },
  { heading: 'Photo', values: FILES, type: 'medialink', label: 'Papers', isMatched: false },
  // One letter away from "Budget" and "Website": nothing by spelling alone.
  { heading: 'Budgets!', values: WORDS, type: 'money', label: 'Budget', isMatched: false },
  { heading: 'Webside', values: NAMES, type: 'website', label: 'Website', isMatched: false },
])('"$heading" for the $type field $label: $isMatched', ({ heading, values, type, label, isMatched }) => {
  const options = type === 'lostReason' ? ['Too expensive', 'No response'] : null;
  const suggested = suggest([[heading, values]], catalogWith(own('x1', label, type, options)));
  expect(fieldsOf(suggested)).toEqual([isMatched ? 'x1' : '-']);
});

test('a column of names is about who a lead is assigned to once the team is known', () => {
  const names = ['Asha Rao', 'ravi kumar', 'Asha Rao', '', 'Priya'];
  const team = [
    { name: 'Asha Rao', email: 'asha@acme.example', isActive: true },
    { name: 'Ravi Kumar', email: 'ravi@acme.example', isActive: true },
  ];
  expect(fieldsOf(suggest([['Counsellor', names]]))).toEqual(['-']);
  expect(fieldsOf(suggest([['Counsellor', names]], { ...catalogWith(), team }))).toEqual(['assignee']);
});

test('a column without a heading that is full of web addresses is the only website field', () => {
  const sites = ['www.acme.in', 'https://b.example', 'http://c.co.in/x', 'd.org', ''];
  expect(fieldsOf(suggest([['', sites]], catalogWith(own('site', 'Website', 'website'))))).toEqual(['site']);
  const two = catalogWith(own('site', 'Website', 'website'), own('blog', 'Blog', 'website'));
  expect(fieldsOf(suggest([['', sites]], two))).toEqual(['-']);
  expect(fieldsOf(suggest([['LinkedIn', sites]], catalogWith(own('site', 'Website', 'website'))))).toEqual([
    '-',
  ]);
});

test('a column with the name of a list is that list even if Telecrm has none of its labels, which can then be asked about', () => {
  const catalog = catalogWith(own('lead_source', 'Lead Source', 'dropdown', ['Facebook', 'Google']));
  const labels = ['Facbook', 'Sulekha', 'Facbook', 'walk in', 'Insta'];
  const sheet: Sheet = [
    ['Phone', PHONES],
    ['Lead Source', labels],
  ];
  expect(fieldsOf(suggest(sheet, catalog))).toEqual(['phone', 'lead_source']);
  const numbers: Sheet = [
    ['Mobile', PHONES],
    ['Lead Source', OTHER_PHONES],
  ];
  expect(fieldsOf(suggest(numbers, catalog))).toEqual(['phone', '-']);
});
