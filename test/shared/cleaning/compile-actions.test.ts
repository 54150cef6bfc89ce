import { describe, expect, test } from 'vitest';
import type { CustomAction } from '../../../shared/catalog/action.ts';
import type { Field, FieldType } from '../../../shared/catalog/field.ts';
import { NO_EDITS, type CleanedRow } from '../../../shared/cleaning/cleaned-row.ts';
import { columnNotices, compilePlan } from '../../../shared/cleaning/compile-plan.ts';
import { planSchema, type Plan } from '../../../shared/cleaning/plan.ts';
import { problemGroupId } from '../../../shared/cleaning/problem-group.ts';
import type { RowProblem } from '../../../shared/cleaning/problem.ts';
import {
  DEFAULT_CHOICES,
  mappingSchema,
  type Destination,
  type Mapping,
} from '../../../shared/mapping/mapping.ts';
import { leadBody } from '../../../shared/sending/lead-body.ts';
import type { Cell } from '../../../shared/sheet/sheet.ts';

const field = (apiName: string, type: FieldType, changes: Partial<Field> = {}): Field => ({
  apiName,
  label: `The ${apiName}`,
  type,
  options: null,
  trustValues: false,
  ...changes,
});

const CALL: CustomAction = {
  type: 'ACTION_1001',
  label: 'Call',
  allowsOwnTime: true,
  fields: [
    {
      apiName: 'remark',
      label: 'Remark',
      type: 'text',
      options: null,
      trustValues: false,
      isRequired: false,
    },
    {
      apiName: 'outcome',
      label: 'Outcome',
      type: 'dropdown',
      options: ['Busy', 'Spoke'],
      trustValues: false,
      isRequired: true,
    },
    { apiName: 'on', label: 'Day', type: 'date', options: null, trustValues: false, isRequired: false },
  ],
};

const FIELDS = [
  field('phone', 'phone'),
  field('name', 'text'),
  field('alt_phone', 'phone'),
  field('tags', 'tags'),
  field('source', 'dropdown', { options: ['Fair', 'Web'] }),
  field('status', 'status', { options: ['Fresh', 'Lost'], lostOptions: ['Lost'] }),
  field('reason', 'lostReason', { options: ['Price', 'Far'] }),
];

const to = (apiName: string): Destination => ({ kind: 'field', apiName });
const part = (name: string, actionId = 'a1'): Destination => ({ kind: 'action', actionId, part: name });
const time = (actionId = 'a1'): Destination => ({ kind: 'action-time', actionId });
const constant = (target: Destination, text: string): Mapping['constants'][number] => ({
  target,
  text,
  choices: DEFAULT_CHOICES,
});
const extra = (columnIndex: number, target: Destination): Mapping['extras'][number] => ({
  columnIndex,
  target,
  choices: DEFAULT_CHOICES,
});

/** A plan whose columns go there, in that order; `null` is not sent. */
function planOf(
  targets: readonly (Destination | null)[],
  more: Partial<Mapping> = {},
  changes: Partial<Plan> = {},
): Plan {
  return planSchema.parse({
    version: 1,
    fields: FIELDS,
    actions: [CALL],
    identifier: 'phone',
    defaultCountry: 'IN',
    timeZone: 'Asia/Kolkata',
    decisions: [],
    undecided: 'wait',
    ...changes,
    mapping: mappingSchema.parse({
      duplicates: 'last-wins',
      columns: targets.map((target, columnIndex) => ({
        columnIndex,
        heading: `Column ${columnIndex}`,
        target: target ?? { kind: 'not-sent' },
        origin: 'chosen',
        choices: {},
      })),
      ...more,
    }),
  });
}

const clean = (plan: Plan, cells: readonly Cell[]): CleanedRow => compilePlan(plan)(cells, NO_EDITS);
const kinds = (row: CleanedRow): string[] => row.problems.map(({ problem }) => problem.kind);

/** What an answer for this one problem is stored under. */
const idOf = ({ columnIndex, problem, destination }: RowProblem): string =>
  problemGroupId(columnIndex, problem, destination ?? null);

const PHONE = '9876512345';
const SENT = '919876512345';
const PAYMENT = { actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: null };
const PAID: Partial<Mapping> = {
  actions: [PAYMENT],
  constants: [constant(part('status'), 'Completed'), constant(part('currency'), 'inr')],
};
const CALLED: Partial<Mapping> = {
  actions: [{ actionId: 'a1', type: 'ACTION_1001', onlyWhereFilled: null }],
};

describe('one column to several places', () => {
  const plan = planOf([to('phone'), null], { extras: [extra(0, to('alt_phone')), extra(0, to('name'))] });

  test('is cleaned for each by the rules of its type', () => {
    expect(clean(plan, [' 98765 12345 ']).fields).toEqual({
      phone: SENT,
      alt_phone: SENT,
      name: '98765 12345',
    });
  });

  test('has problems of its own on the way to each, which are answered apart', () => {
    const turned = planOf([to('name'), to('phone')], { extras: [extra(0, to('alt_phone'))] });
    const row = clean(turned, ['12', PHONE]);
    expect(row.problems).toEqual([
      {
        columnIndex: 0,
        apiName: 'alt_phone',
        destination: 'field:alt_phone',
        severity: 'value-left-out',
        problem: { kind: 'phone-too-short' },
      },
    ]);
    const [problem] = row.problems;
    const groupId = problem === undefined ? '' : idOf(problem);
    expect(groupId).toBe('0>field%3Aalt_phone:phone-too-short');
    const answered = clean({ ...turned, decisions: [{ groupId, answer: { kind: 'leave-out' } }] }, [
      '12',
      PHONE,
    ]);
    expect([answered.standing, answered.fields]).toEqual(['ready', { name: '12', phone: SENT }]);
  });
});

describe('several columns to one place', () => {
  const names = (how: 'join' | 'first-filled', separator = ' '): Plan =>
    planOf([to('name'), to('phone'), to('name')], {
      joins: [{ target: to('name'), columnIndexes: [2, 0], how, separator }],
    });

  test.each([
    [['Rao', PHONE, 'Asha'], 'Asha Rao'],
    [['  Rao ', PHONE, ''], 'Rao'],
    [['', PHONE, ' Asha '], 'Asha'],
    [[null, PHONE], undefined],
  ])('joined, the filled texts of %j in the order of the join are %j', (cells, name) => {
    expect(clean(names('join'), cells).fields['name']).toBe(name);
  });

  test('a separator stands between joined texts only', () => {
    expect(clean(names('join', ', '), ['Rao', PHONE, 'Asha']).fields['name']).toBe('Asha, Rao');
  });

  test('of two phones the first that is filled counts, and stand-ins for nothing are not filled', () => {
    const plan = planOf([to('phone'), to('phone')], {
      joins: [{ target: to('phone'), columnIndexes: [0, 1], how: 'first-filled', separator: ' ' }],
    });
    expect(clean(plan, [PHONE, '9812398123']).identifierKey).toBe(SENT);
    expect(clean(plan, ['NA', '9812398123']).identifierKey).toBe('919812398123');
    expect(clean(plan, ['', '12']).problems).toMatchObject([{ columnIndex: 1, severity: 'stops-row' }]);
    expect(clean(plan, ['', null]).problems).toMatchObject([
      { columnIndex: 0, problem: { kind: 'identifier-missing' } },
    ]);
  });

  test('problems of a joined value are those of the first of its columns', () => {
    const plan = planOf([null, to('alt_phone'), to('phone')], {
      extras: [extra(0, to('alt_phone'))],
      joins: [{ target: to('alt_phone'), columnIndexes: [0, 1], how: 'join', separator: '' }],
    });
    expect(clean(plan, ['+91', PHONE, PHONE]).fields['alt_phone']).toBe(SENT);
    expect(clean(plan, ['+91', '12', PHONE]).problems).toMatchObject([
      { columnIndex: 0, destination: 'field:alt_phone' },
    ]);
  });

  test('without a join only the first in the sheet counts', () => {
    const plan = planOf([to('name'), to('phone'), to('name')]);
    expect(clean(plan, ['', PHONE, 'Asha']).fields).toEqual({ phone: SENT });
  });
});

describe('the same value for every row', () => {
  test('is cleaned like the text of a cell and stands behind the columns', () => {
    const plan = planOf([to('phone')], {
      constants: [constant(to('tags'), 'import: leads-may 2026-05-14'), constant(to('source'), 'fair')],
    });
    expect(leadBody(clean(plan, [PHONE]))).toBe(
      `{"fields":{"phone":"${SENT}","tags":["import: leads-may 2026-05-14"],"source":"Fair"}}`,
    );
  });

  test('gives way to a column where that is filled, be its value good or not', () => {
    const plan = planOf([to('phone'), to('source')], { constants: [constant(to('source'), 'Web')] });
    expect(clean(plan, [PHONE, 'Fair']).fields['source']).toBe('Fair');
    expect(clean(plan, [PHONE, ' ']).fields['source']).toBe('Web');
    const row = clean(plan, [PHONE, 'Feir']);
    expect([row.fields['source'], kinds(row)]).toEqual([undefined, ['option-unknown']]);
  });

  test('never gives an identifier, which would make one lead of all rows without their own', () => {
    const plan = planOf([to('phone')], { constants: [constant(to('phone'), PHONE)] });
    expect(kinds(clean(plan, ['']))).toEqual(['identifier-missing']);
  });

  test('that does not fit its field is never sent', () => {
    const plan = planOf([to('phone')], { constants: [constant(to('source'), 'Billboard')] });
    expect(clean(plan, [PHONE]).fields).toEqual({ phone: SENT });
  });
});

describe('a payment', () => {
  const plan = planOf([to('phone'), part('amount')], PAID);

  test('is flat and whole, as Telecrm documents it', () => {
    expect(leadBody(clean(plan, [PHONE, '₹ 5,000/-']))).toBe(
      `{"fields":{"phone":"${SENT}"},"actions":[{"type":"PAYMENT","status":"COMPLETED","currency":"INR","amount":"5000"}]}`,
    );
  });

  test.each(['', ' ', 'NA', null])('is not made where its only column holds %j', (cell) => {
    expect(clean(plan, [PHONE, cell])).toMatchObject({ actions: [], problems: [], standing: 'ready' });
  });

  test.each([
    ['0', 'payment-not-above-zero'],
    ['0.00', 'payment-not-above-zero'],
    ['later', 'money-not-an-amount'],
  ])(
    'an amount of %j waits for an answer, and without it the payment is left out, told as such',
    (cell, kind) => {
      const row = clean(plan, [PHONE, cell]);
      expect([row.standing, kinds(row), row.actions]).toEqual(['problem', [kind], []]);
      expect(row.problems[0]).toMatchObject({ columnIndex: 1, apiName: 'amount', label: 'Payment: Amount' });
      const decisions = row.problems.map((problem) => ({
        groupId: idOf(problem),
        answer: { kind: 'leave-out' } as const,
      }));
      const answered = clean({ ...plan, decisions }, [PHONE, cell]);
      expect([answered.standing, kinds(answered), answered.actions]).toEqual([
        'problem',
        [kind, 'action-incomplete'],
        [],
      ]);
      const incomplete = answered.problems[1];
      expect(incomplete).toEqual({
        columnIndex: 1,
        apiName: 'PAYMENT',
        label: 'Payment',
        severity: 'value-left-out',
        problem: { kind: 'action-incomplete', actionId: 'a1', action: 'Payment', missing: ['Amount'] },
      });
      const all = [
        ...decisions,
        { groupId: '1:action-incomplete:a1', answer: { kind: 'leave-out' } as const },
      ];
      expect(clean({ ...plan, decisions: all }, [PHONE, cell])).toMatchObject({
        standing: 'ready',
        actions: [],
        fields: { phone: SENT },
      });
    },
  );

  test('without its status is left out and told, and with --problems omit the lead goes without it', () => {
    const targets = [to('phone'), part('amount'), part('status')];
    const mapping = { actions: [PAYMENT], constants: [constant(part('currency'), 'INR')] };
    const row = clean(planOf(targets, mapping), [PHONE, '500', '']);
    expect([row.standing, kinds(row), row.actions]).toEqual(['problem', ['action-incomplete'], []]);
    const omitted = clean(planOf(targets, mapping, { undecided: 'leave-out' }), [PHONE, '500', 'half']);
    expect([omitted.standing, kinds(omitted), omitted.actions]).toEqual([
      'ready',
      ['payment-status-unknown', 'action-incomplete'],
      [],
    ]);
  });

  test('takes a status of Telecrm’s list in any case, names the closest, and never adds one', () => {
    const targets = [to('phone'), part('amount'), part('status'), part('currency')];
    const full = planOf(targets, { actions: [PAYMENT] });
    expect(clean(full, [PHONE, '500', 'refunded', 'usd']).actions).toEqual([
      { type: 'PAYMENT', status: 'REFUNDED', currency: 'USD', amount: '500' },
    ]);
    const row = clean(full, [PHONE, '500', 'Complete', 'INR']);
    expect(row.problems[0]?.problem).toEqual({
      kind: 'payment-status-unknown',
      value: 'Complete',
      closest: 'COMPLETED',
    });
    const groupId = row.problems[0] === undefined ? '' : idOf(row.problems[0]);
    const added = clean({ ...full, decisions: [{ groupId, answer: { kind: 'add-option' } }] }, [
      PHONE,
      '500',
      'Complete',
      'INR',
    ]);
    expect([added.standing, added.actions]).toEqual(['problem', []]);
  });

  test('has no time, even where a column is matched to one', () => {
    const timed = planOf([to('phone'), part('amount'), time()], PAID);
    expect(clean(timed, [PHONE, '5', '01/02/2026']).actions).toEqual([
      { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '5' },
    ]);
  });
});

describe('a custom action', () => {
  const targets = [to('phone'), part('remark'), part('outcome'), part('on'), time()];

  test('holds its parts as the workspace lists them, each cleaned by its type, and its time on the workspace’s clock', () => {
    const row = clean(planOf(targets, CALLED), [
      PHONE,
      ' called ',
      'SPOKE',
      '1 Feb 2026',
      '5/6/2025 2:30 pm',
    ]);
    expect(JSON.stringify(row.actions)).toBe(
      '[{"type":"ACTION_1001","fields":{"remark":"called","outcome":"Spoke","on":1769884200000},"created_on":"05/06/2025 14:30:00"}]',
    );
  });

  test.each([
    ['01/06/2026', '01/06/2026 00:00:00'],
    ['2026-06-01T10:30:00Z', '01/06/2026 16:00:00'],
    ['31-12-2025 23:59', '31/12/2025 23:59:00'],
    ['1749114000000', '05/06/2025 14:30:00'],
    ['', undefined],
  ])('that happened at %j is sent with %j', (cell, createdOn) => {
    const [action] = clean(planOf(targets, CALLED), [PHONE, '', 'Busy', '', cell]).actions;
    expect(action).toEqual({
      type: 'ACTION_1001',
      fields: { outcome: 'Busy' },
      ...(createdOn === undefined ? {} : { created_on: createdOn }),
    });
  });

  test('keeps to a zone that changes its clocks', () => {
    const plan = planOf(targets, CALLED, { timeZone: 'Europe/Berlin' });
    for (const [cell, createdOn] of [
      ['2026-07-01T10:00:00Z', '01/07/2026 12:00:00'],
      ['2026-01-01T10:00:00Z', '01/01/2026 11:00:00'],
    ]) {
      expect(clean(plan, [PHONE, '', 'Busy', '', cell ?? null]).actions).toMatchObject([
        { created_on: createdOn },
      ]);
    }
  });

  test('is not made where nothing but its time is filled', () => {
    expect(clean(planOf(targets, CALLED), [PHONE, '', '', '', '1/1/2026'])).toMatchObject({
      actions: [],
      problems: [],
    });
  });

  test('is left out and told where a required part is missing', () => {
    const row = clean(planOf(targets, CALLED), [PHONE, 'called']);
    expect([row.actions, row.problems.map(({ problem }) => problem)]).toEqual([
      [],
      [{ kind: 'action-incomplete', actionId: 'a1', action: 'Call', missing: ['Outcome'] }],
    ]);
  });

  test('made of constants alone is made for every row, or only where a column is filled', () => {
    const constants = [constant(part('outcome'), 'Spoke')];
    const always = planOf([to('phone'), null], { ...CALLED, constants });
    expect(clean(always, [PHONE]).actions).toHaveLength(1);
    const where = planOf([to('phone'), null], {
      constants,
      actions: [{ actionId: 'a1', type: 'ACTION_1001', onlyWhereFilled: 1 }],
    });
    expect(clean(where, [PHONE, 'x']).actions).toHaveLength(1);
    for (const cell of ['', ' ', '-', 'NA', null]) {
      expect(clean(where, [PHONE, cell]).actions).toEqual([]);
    }
  });

  test('with a condition that does not hold has no problems either', () => {
    const plan = planOf([to('phone'), part('outcome'), null], {
      actions: [{ actionId: 'a1', type: 'ACTION_1001', onlyWhereFilled: 2 }],
    });
    expect(clean(plan, [PHONE, 'nonsense', ''])).toMatchObject({ problems: [], actions: [] });
    expect(kinds(clean(plan, [PHONE, 'nonsense', 'x']))).toEqual(['option-unknown']);
  });

  test('whose dropdown may get a new option gets it only when the user said so', () => {
    const plan = planOf([to('phone'), part('outcome')], CALLED);
    const row = clean(plan, [PHONE, 'Voicemail']);
    const groupId = row.problems[0] === undefined ? '' : idOf(row.problems[0]);
    const added = clean({ ...plan, decisions: [{ groupId, answer: { kind: 'add-option' } }] }, [
      PHONE,
      'Voicemail',
    ]);
    expect(added.actions).toEqual([{ type: 'ACTION_1001', fields: { outcome: 'Voicemail' } }]);
  });

  test('is left out with a notice where the options of its dropdown are not known', () => {
    const unlisted = {
      ...CALL,
      fields: CALL.fields.map((one) => ({ ...one, options: null, isRequired: false })),
    };
    const plan = planOf([to('phone'), part('outcome')], CALLED, { actions: [unlisted] });
    expect(clean(plan, [PHONE, 'Spoke']).actions).toEqual([]);
    expect(columnNotices(plan)).toEqual([
      {
        kind: 'options-not-known',
        columnIndex: 1,
        heading: 'Column 1',
        apiName: 'outcome',
        label: 'Call: Outcome',
      },
    ]);
  });

  test('that the workspace does not have is not sent', () => {
    expect(clean(planOf(targets, CALLED, { actions: [] }), [PHONE, 'x', 'Busy']).actions).toEqual([]);
  });
});

test('a row carries several actions, also of one kind, in the order of the mapping', () => {
  const plan = planOf([to('phone'), part('amount', 'a2'), part('amount', 'a1'), part('outcome', 'a3')], {
    actions: [
      { actionId: 'a2', type: 'PAYMENT', onlyWhereFilled: null },
      { actionId: 'a3', type: 'ACTION_1001', onlyWhereFilled: null },
      { actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: null },
    ],
    constants: ['a1', 'a2'].flatMap((actionId) => [
      constant(part('status', actionId), 'PENDING'),
      constant(part('currency', actionId), 'INR'),
    ]),
  });
  const typesOf = (cells: readonly Cell[]): unknown[] =>
    clean(plan, cells).actions.map((action) => ('amount' in action ? action.amount : action.type));
  expect(typesOf([PHONE, '1', '2', 'Busy'])).toEqual(['1', 'ACTION_1001', '2']);
  expect(typesOf([PHONE, '', '2', ''])).toEqual(['2']);
});

describe('a lost reason beside a status that is not a lost one', () => {
  const plan = planOf([to('phone'), to('reason'), to('status')]);

  test('asks for a look, whichever column comes first', () => {
    const row = clean(plan, [PHONE, 'price', 'Fresh']);
    expect([row.standing, row.fields['reason']]).toEqual(['problem', 'Price']);
    expect(row.problems).toMatchObject([
      { columnIndex: 1, severity: 'check', problem: { kind: 'lost-reason-without-lost-status' } },
    ]);
    const groupId = row.problems[0] === undefined ? '' : idOf(row.problems[0]);
    for (const [kind, reason] of [
      ['accept', 'Price'],
      ['leave-out', undefined],
    ] as const) {
      const answered = clean({ ...plan, decisions: [{ groupId, answer: { kind } }] }, [
        PHONE,
        'price',
        'Fresh',
      ]);
      expect([answered.standing, answered.fields['reason']]).toEqual(['ready', reason]);
    }
  });

  test('is fine beside a lost one, and where no status is sent', () => {
    expect(clean(plan, [PHONE, 'Price', 'Lost']).standing).toBe('ready');
    expect(clean(plan, [PHONE, 'Price', '']).standing).toBe('ready');
  });
});
