import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, FieldType } from '../../../shared/catalog/field.ts';
import { NO_EDITS, type CleanedRow } from '../../../shared/cleaning/cleaned-row.ts';
import { columnNotices, compileCheck, compilePlan } from '../../../shared/cleaning/compile-plan.ts';
import type { Answer, Decision, Plan } from '../../../shared/cleaning/plan.ts';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import { NO_COLUMN } from '../../../shared/cleaning/make-slot.ts';
import { leadBody } from '../../../shared/sending/lead-body.ts';
import { DEFAULT_CHOICES } from '../../../shared/mapping/mapping.ts';
import type { Cell } from '../../../shared/sheet/sheet.ts';
import { violationsOf } from '../telecrm-rules.ts';
import { anyUnits } from './text-of.ts';

const field = (apiName: string, type: FieldType, changes: Partial<Field> = {}): Field => ({
  apiName,
  label: apiName,
  type,
  options: null,
  trustValues: false,
  ...changes,
});

const FIELDS: readonly Field[] = [
  field('name', 'text'),
  field('phone', 'phone'),
  field('email', 'email'),
  field('status', 'status', { options: ['Fresh', 'Follow Up'] }),
  field('budget', 'number'),
];

/** A plan that feeds the fields from columns in that order; columns named `-` are not sent. */
function planOf(columns: readonly string[], changes: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    fields: FIELDS,
    actions: [],
    team: null,
    identifier: 'phone',
    defaultCountry: 'IN',
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    mapping: {
      extras: [],
      joins: [],
      constants: [],
      actions: [],
      duplicates: 'last-wins',
      columns: columns.map((apiName, columnIndex) => ({
        columnIndex,
        heading: `Column ${columnIndex}`,
        target: apiName === '-' ? { kind: 'not-sent' } : { kind: 'field', apiName },
        origin: 'chosen',
        choices: DEFAULT_CHOICES,
      })),
    },
    decisions: [],
    undecided: 'wait',
    ...changes,
  };
}

const COLUMNS = ['name', 'phone', 'email', 'status', 'budget'];

function cleaned(cells: readonly Cell[], changes: Partial<Plan> = {}, columns = COLUMNS): CleanedRow {
  return compilePlan(planOf(columns, changes))(cells, NO_EDITS);
}

const GOOD = ['Asha', '98765 12345', 'asha@acme.example', 'fresh', '12,50,000'];

describe('a good row', () => {
  test('is ready, with its fields in the order of the columns and in JSON types', () => {
    expect(cleaned(GOOD)).toEqual({
      fields: {
        name: 'Asha',
        phone: '919876512345',
        email: 'asha@acme.example',
        status: 'Fresh',
        budget: 1_250_000,
      },
      actions: [],
      problems: [],
      standing: 'ready',
      identifierKey: '919876512345',
    });
    const turned = ['budget', '-', 'phone'];
    expect(leadBody(cleaned(['5', 'x', '9876512345'], {}, turned))).toBe(
      '{"fields":{"budget":5,"phone":"919876512345"}}',
    );
  });

  test('leaves out empty, missing and absent cells and columns that are not sent', () => {
    expect(cleaned(['', '9876512345', null]).fields).toEqual({ phone: '919876512345' });
    expect(cleaned(['Asha', '9876512345'], {}, ['-', 'phone']).fields).toEqual({ phone: '919876512345' });
    expect(cleaned(['x', '9876512345', 'surplus'], {}, ['name', 'phone']).standing).toBe('ready');
  });
});

describe('the identifier', () => {
  test.each<[string, Cell]>([
    ['an empty cell', ''],
    ['a row that ended before it', null],
    ['blanks', '  '],
    ['a stand-in for nothing', 'N/A'],
  ])('%s stops the row as missing', (_, cell) => {
    expect(cleaned(['Asha', cell])).toEqual({
      fields: { name: 'Asha' },
      actions: [],
      problems: [
        { columnIndex: 1, apiName: 'phone', severity: 'stops-row', problem: { kind: 'identifier-missing' } },
      ],
      standing: 'problem',
      identifierKey: null,
    });
  });

  test('a bad one stops the row', () => {
    const row = cleaned(['Asha', '9999999999']);
    expect(row.problems).toEqual([
      { columnIndex: 1, apiName: 'phone', severity: 'stops-row', problem: { kind: 'phone-placeholder' } },
    ]);
    expect([row.standing, row.identifierKey]).toEqual(['problem', null]);
  });

  test('two numbers only ask for a look, and the first one is the key', () => {
    const row = cleaned(['Asha', '9876512345 / 9812398123']);
    expect(row.problems.map(({ severity }) => severity)).toEqual(['check']);
    expect([row.standing, row.identifierKey]).toEqual(['problem', '919876512345']);
  });

  test('is missing from every row when no column feeds it', () => {
    const row = cleaned(['Asha'], {}, ['name']);
    expect(row.problems.map(({ columnIndex, problem }) => [columnIndex, problem.kind])).toEqual([
      [NO_COLUMN, 'identifier-missing'],
    ]);
    expect(row.standing).toBe('problem');
  });

  test('is missing from every row when its column cannot be checked', () => {
    const row = cleaned(
      ['x', '9876512345'],
      { identifier: 'source', fields: [field('source', 'dropdown')] },
      ['source'],
    );
    expect([row.standing, row.problems.map(({ columnIndex }) => columnIndex)]).toEqual(['problem', [0]]);
  });

  test.each([
    ['email', 'email', ' ASHA@Acme.example ', 'asha@acme.example'],
    ['code', 'text', ' Ab 12 ', 'ab 12'],
    ['code', 'text', '+123', '+123'],
    ['phone', 'phone', '+65 6123 4567', '6561234567'],
  ] as const)('%s of type %s: %j is compared as %j', (apiName, type, cell, key) => {
    const row = cleaned([cell], { identifier: apiName, fields: [field(apiName, type)] }, [apiName]);
    expect(row.identifierKey).toBe(key);
  });

  test.each(['NA', '-', '\u200b', ' none '])('%j as text names nobody', (cell) => {
    const row = cleaned([cell], { identifier: 'code', fields: [field('code', 'text')] }, ['code']);
    expect([row.standing, row.identifierKey, row.fields]).toEqual(['problem', null, {}]);
  });
});

describe('a value that cannot go', () => {
  const BAD = ['Asha', '9876512345', 'asha@acme', 'Hot', '12.5 lakh'];

  test('makes the row wait, with every problem in the order of the columns', () => {
    const row = cleaned(BAD);
    expect(
      row.problems.map(({ columnIndex, severity, problem }) => [columnIndex, severity, problem.kind]),
    ).toEqual([
      [2, 'value-left-out', 'email-not-an-address'],
      [3, 'value-left-out', 'status-unknown'],
      [4, 'value-left-out', 'number-with-words'],
    ]);
    expect([row.standing, row.fields]).toEqual(['problem', { name: 'Asha', phone: '919876512345' }]);
  });

  test.each([
    ['wait', 'problem'],
    ['skip-rows', 'problem'],
    ['leave-out', 'ready'],
  ] as const)('with the rule %s the row is %s', (undecided, standing) => {
    const row = cleaned(BAD, { undecided });
    expect([row.standing, row.problems.length, Object.keys(row.fields)]).toEqual([
      standing,
      3,
      ['name', 'phone'],
    ]);
  });

  test('with the rule leave-out values to be checked are sent, and a row without identifier is not', () => {
    const several = cleaned(['Asha', '9876512345 / 9812398123'], { undecided: 'leave-out' });
    expect([several.standing, several.fields['phone']]).toEqual(['ready', '919876512345']);
    expect(cleaned(['Asha', '12345'], { undecided: 'leave-out' }).standing).toBe('problem');
    expect(cleaned(['Asha', ''], { undecided: 'leave-out' }).standing).toBe('problem');
  });
});

/** The decision that gives `answer` to the first problem of these cells. */
function decide(cells: readonly Cell[], answer: Answer): Decision {
  const [first] = cleaned(cells).problems;
  if (first === undefined) {
    throw new Error('the cells have no problem');
  }
  return { groupId: problemGroupId(first.columnIndex, first.problem), answer };
}

function answered(cells: readonly Cell[], answer: Answer): CleanedRow {
  return cleaned(cells, { decisions: [decide(cells, answer)] });
}

describe('answers for all alike', () => {
  const HOT = ['Asha', '9876512345', '', 'Hot'];
  const SEVERAL = ['Asha', '9876512345 / 9812398123'];
  const TWO_MAILS = ['Asha', '9876512345', 'a@acme.example, b@acme.example'];

  test('leaving out sends the row without the value and still lists the problem', () => {
    const row = answered(HOT, { kind: 'leave-out' });
    expect([row.standing, row.fields, row.problems.length]).toEqual([
      'ready',
      { name: 'Asha', phone: '919876512345' },
      1,
    ]);
  });

  test('leaving out a value to be checked leaves it out', () => {
    const row = answered(TWO_MAILS, { kind: 'leave-out' });
    expect([row.standing, row.fields]).toEqual(['ready', { name: 'Asha', phone: '919876512345' }]);
  });

  test('accepting sends the value that was to be checked', () => {
    const mails = answered(TWO_MAILS, { kind: 'accept' });
    expect([mails.standing, mails.fields['email'], mails.problems.length]).toEqual([
      'ready',
      'a@acme.example',
      1,
    ]);
    const phones = answered(SEVERAL, { kind: 'accept' });
    expect([phones.standing, phones.identifierKey]).toEqual(['ready', '919876512345']);
  });

  test('accepting where there is no value answers nothing', () => {
    expect(answered(HOT, { kind: 'accept' }).standing).toBe('problem');
  });

  test('skipping skips the rows, those without identifier too', () => {
    expect(answered(HOT, { kind: 'skip-rows' }).standing).toBe('skipped');
    expect(answered(['Asha', ''], { kind: 'skip-rows' }).standing).toBe('skipped');
    expect(answered(['Asha', '12345'], { kind: 'skip-rows' }).standing).toBe('skipped');
  });

  test('using another text cleans that text', () => {
    const row = answered(HOT, { kind: 'use-instead', text: 'follow up' });
    expect([row.standing, row.fields['status'], row.problems.length]).toEqual(['ready', 'Follow Up', 1]);
  });

  test('using no text leaves the value out', () => {
    const row = answered(HOT, { kind: 'use-instead', text: '' });
    expect([row.standing, 'status' in row.fields]).toEqual(['ready', false]);
  });

  test('using a text that cannot go either shows both problems', () => {
    const row = answered(HOT, { kind: 'use-instead', text: 'Cold' });
    expect(row.problems.map(({ problem }) => problem)).toEqual([
      { kind: 'status-unknown', value: 'Hot', closest: null },
      { kind: 'status-unknown', value: 'Cold', closest: null },
    ]);
    expect(row.standing).toBe('problem');
    expect(answered(HOT, { kind: 'use-instead', text: 'Hot' }).problems).toHaveLength(1);
  });

  test('answers that lead in a circle end', () => {
    const decisions = [
      decide(HOT, { kind: 'use-instead', text: 'Cold' }),
      decide(['', '9876512345', '', 'Cold'], { kind: 'use-instead', text: 'Hot' }),
    ];
    expect(cleaned(HOT, { decisions }).standing).toBe('problem');
  });

  test('a replaced text may have an answer of its own', () => {
    const decisions = [
      decide(HOT, { kind: 'use-instead', text: 'Cold' }),
      decide(['', '9876512345', '', 'Cold'], { kind: 'leave-out' }),
    ];
    expect(cleaned(HOT, { decisions }).standing).toBe('ready');
  });

  test('an identifier is never left out or replaced for many rows at once', () => {
    const cells = ['Asha', '12345'];
    for (const answer of [
      { kind: 'leave-out' },
      { kind: 'accept' },
      { kind: 'use-instead', text: '9876512345' },
    ] as const) {
      const row = answered(cells, answer);
      expect([row.standing, row.identifierKey]).toEqual(['problem', null]);
    }
    expect(answered(SEVERAL, { kind: 'leave-out' }).standing).toBe('problem');
  });

  test('one answer settles one label, not the others, and one column, not the others', () => {
    const decisions = [decide(HOT, { kind: 'leave-out' })];
    expect(cleaned(['', '9876512345', '', 'Warm'], { decisions }).standing).toBe('problem');
    expect(cleaned(['', '9876512345', 'Hot', ''], { decisions }).standing).toBe('problem');
  });

  test('one skipped problem skips the row, whatever the others', () => {
    const cells = ['Asha', '', 'asha@acme', 'Hot'];
    const decisions = [decide(HOT, { kind: 'skip-rows' })];
    expect(cleaned(cells, { decisions }).standing).toBe('skipped');
  });
});

describe('edits of one row', () => {
  const clean = compilePlan(planOf(COLUMNS));
  const edited = (cells: readonly Cell[], texts: Record<number, string>): CleanedRow =>
    clean(cells, { texts, isSkipped: false });

  test('stand in place of the cell', () => {
    expect(edited(['Asha', '12345'], { 1: '9876512345' }).standing).toBe('ready');
    expect(edited(['Asha'], { 1: '9876512345', 4: '5' }).fields).toEqual({
      name: 'Asha',
      phone: '919876512345',
      budget: 5,
    });
  });

  test('an empty one leaves the value out; an identifier is then missing', () => {
    expect(edited(GOOD, { 4: '' }).fields).not.toHaveProperty('budget');
    expect(edited(GOOD, { 1: '' }).problems.map(({ problem }) => problem.kind)).toEqual([
      'identifier-missing',
    ]);
  });

  test('are checked like cells, and change none', () => {
    const cells = [...GOOD];
    expect(edited(cells, { 4: 'lots' }).problems.map(({ problem }) => problem.kind)).toEqual([
      'number-not-a-number',
    ]);
    expect(cells).toEqual(GOOD);
  });

  test('a row the user skipped is skipped, ready or not', () => {
    expect(clean(GOOD, { texts: {}, isSkipped: true }).standing).toBe('skipped');
    expect(clean(['', ''], { texts: {}, isSkipped: true }).standing).toBe('skipped');
  });
});

describe('columns that cannot be checked', () => {
  const UNKNOWN = [
    field('phone', 'phone'),
    field('status', 'status', { label: 'Status' }),
    field('tags', 'tags'),
  ];
  const columns = ['phone', 'status', 'tags', 'ghost'];
  const cells = ['9876512345', 'Hot', 'MBA', 'x'];

  test('are left out whole and told once', () => {
    const plan = planOf(columns, { fields: UNKNOWN });
    expect(compilePlan(plan)(cells, NO_EDITS)).toMatchObject({
      fields: { phone: '919876512345', tags: ['MBA'] },
      problems: [],
      standing: 'ready',
    });
    expect(columnNotices(plan)).toEqual([
      { kind: 'options-not-known', columnIndex: 1, heading: 'Column 1', apiName: 'status', label: 'Status' },
    ]);
  });

  test('are sent once the user trusts them', () => {
    const fields = UNKNOWN.map((one) => ({ ...one, trustValues: true }));
    const plan = planOf(columns, { fields });
    expect(columnNotices(plan)).toEqual([]);
    expect(compilePlan(plan)(cells, NO_EDITS).fields['status']).toBe('Hot');
  });

  test('of two columns for one field the first counts', () => {
    expect(cleaned(['9876512345', '9812398123'], {}, ['phone', 'phone']).fields).toEqual({
      phone: '919876512345',
    });
  });
});

test('a field called __proto__ or constructor is a field like any other', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const fields = [field('phone', 'phone'), ...names.map((name) => field(name, 'text'))];
  const row = cleaned(['9876512345', 'a', 'b', 'c'], { fields }, ['phone', ...names]);
  expect(leadBody(row)).toBe(
    '{"fields":{"phone":"919876512345","__proto__":"a","constructor":"b","toString":"c"}}',
  );
  expect(Object.getPrototypeOf(row.fields)).toBe(Object.prototype);
});

test('an unknown time zone only matters to plans with dates', () => {
  const timeZone = 'Nowhere/Here';
  expect(() => compilePlan(planOf(COLUMNS, { timeZone }))).not.toThrow();
  const fields = [...FIELDS, field('met', 'date')];
  expect(() => compilePlan(planOf(['phone', 'met'], { timeZone, fields }))).toThrow(RangeError);
});

test('whatever the cells, a ready row has an identifier and nothing that Telecrm would drop, and checking finds the same', () => {
  const rules = ['wait', 'skip-rows', 'leave-out'] as const;
  const plans = rules.map((undecided) => planOf(COLUMNS, { undecided }));
  const cleaners = plans.map((plan) => compilePlan(plan));
  const checkers = plans.map((plan) => compileCheck(plan));
  const cell = fc.oneof(
    fc.constantFrom(
      ...GOOD,
      '',
      'NA',
      '9999999999',
      '12345',
      'a@acme.example b@acme.example',
      'Hot',
      '9876512345/12345',
    ),
    anyUnits(),
    fc.constant(null),
  );
  const cellsOfRow = fc.oneof(
    fc.array(cell, { maxLength: 7 }),
    fc.array(cell, { maxLength: 5 }).map(([name = null, ...rest]) => [name, '98765 12345', ...rest]),
  );
  let ready = 0;
  fc.assert(
    fc.property(cellsOfRow, fc.constantFrom(0, 1, 2), (cells, rule) => {
      const row = cleaners[rule]?.(cells, NO_EDITS);
      const { problems, standing, identifierKey } = row ?? {};
      expect(checkers[rule]?.(cells)).toEqual({ problems, standing, identifierKey });
      if (row?.standing === 'ready') {
        ready++;
        expect(violationsOf(JSON.parse(leadBody(row)), { fields: FIELDS, identifier: 'phone' })).toEqual([]);
        expect(row.identifierKey).not.toBeNull();
      }
    }),
    { numRuns: 3000 },
  );
  expect(ready).toBeGreaterThan(100);
});
