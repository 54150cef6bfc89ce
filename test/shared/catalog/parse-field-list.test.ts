import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldSchema } from '../../../shared/catalog/field.ts';
import { fieldTypeNamed, parseFieldList } from '../../../shared/catalog/parse-field-list.ts';

test('a list that was copied from a spreadsheet becomes fields', () => {
  const list = [
    'API name\tLabel\tType\tOptions',
    'lead_source\tLead Source\tDROPDOWN\tFacebook|Google',
    'budget\tBudget\tmoney',
    '* city',
    '',
    'lost_reason;Lost reason;Lost Reason;Too far | Delhi/NCR',
  ].join('\r\n');
  expect(parseFieldList(list)).toEqual({
    fields: [
      {
        apiName: 'lead_source',
        label: 'Lead Source',
        type: 'dropdown',
        options: ['Facebook', 'Google'],
        isNeeded: false,
      },
      { apiName: 'budget', label: 'Budget', type: 'money', options: null, isNeeded: false },
      { apiName: 'city', label: 'city', type: 'text', options: null, isNeeded: true },
      {
        apiName: 'lost_reason',
        label: 'Lost reason',
        type: 'lostReason',
        options: ['Too far', 'Delhi/NCR'],
        isNeeded: false,
      },
    ],
    problems: [],
  });
});

test('lines that cannot be taken say which and why', () => {
  expect(parseFieldList('lead source\nsource\nsource\nrank\tRank\tVIDEO')).toEqual({
    fields: [
      { apiName: 'source', label: 'source', type: 'text', options: null, isNeeded: false },
      { apiName: 'rank', label: 'Rank', type: 'text', options: null, isNeeded: false },
    ],
    problems: [
      { line: 1, text: 'lead source', kind: 'name-wrong' },
      { line: 3, text: 'source', kind: 'name-twice' },
      { line: 4, text: 'VIDEO', kind: 'type-unknown' },
    ],
  });
});

test.each([
  ['ACTIVE_USERS', 'activeUsers'],
  ['Lost Reason', 'lostReason'],
  ['media-link', 'medialink'],
  ['', 'text'],
  ['Multi Select', 'tags'],
  ['hologram', null],
])('the kind %j is %j', (name, type) => {
  expect(fieldTypeNamed(name)).toBe(type);
});

test('whatever is pasted, every field of it can be kept, and no name comes twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const { fields } = parseFieldList(text);
      expect(new Set(fields.map(({ apiName }) => apiName)).size).toBe(fields.length);
      for (const { isNeeded, ...field } of fields) {
        expect(typeof isNeeded).toBe('boolean');
        expect(fieldSchema.safeParse({ ...field, trustValues: false }).success).toBe(true);
      }
    }),
  );
});

test('options that a list cannot keep are left out, and told', () => {
  const many = Array.from({ length: 10_002 }, (_unused, index) => `O${index}`).join('|');
  const { fields, problems } = parseFieldList(
    `a\tA\tdropdown\t${many}\nb\tB\tdropdown\t${'x'.repeat(501)}|Y`,
  );
  expect(fields.map(({ options }) => options?.length)).toEqual([10_000, 1]);
  expect(problems).toEqual([
    { line: 1, text: 'a', kind: 'options-left-out' },
    { line: 2, text: 'b', kind: 'options-left-out' },
  ]);
});
