import { describe, expect, test } from 'vitest';
import { LeadBook } from '../../../electron/practice/lead-book.ts';
import { whatTelecrmKeeps, type KnownCatalog } from '../../../electron/practice/what-telecrm-keeps.ts';
import type { Catalog, Field } from '../../../shared/catalog/field.ts';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';

function field(apiName: string, type: Field['type'], options: readonly string[] | null = null): Field {
  return { apiName, label: apiName, type, options, trustValues: false };
}

const CATALOG: Catalog = {
  fields: [
    ...STANDARD_FIELDS.filter((standard) => standard.apiName !== 'status'),
    field('status', 'status', ['Fresh', 'Won']),
    field('amount', 'number'),
    field('due', 'date'),
    field('source', 'dropdown', ['Web']),
    field('labels', 'tags'),
    field('value', 'money'),
    field('why', 'lostReason', ['Price']),
    field('site', 'website'),
    field('paper', 'medialink'),
    field('helper', 'activeUsers'),
  ],
  identifier: 'phone',
};

describe('what Telecrm keeps', () => {
  test.each<[string, unknown, boolean]>([
    ['name', 'Asha', true],
    ['name', 7, false],
    ['phone', '919876543210', true],
    ['phone', '+91 98765-43210', true],
    ['phone', 919_876_543_210, false],
    ['phone', '12345', false],
    ['email', 'a@b.in', true],
    ['email', 'a@b', false],
    ['rating', 5, true],
    ['rating', '3', false],
    ['rating', 6, false],
    ['rating', 2.5, false],
    ['amount', 12.5, true],
    ['amount', '12.5', false],
    ['due', 1_767_225_600_000, true],
    ['due', '31/12/2026', true],
    ['due', '31/12/2026 10:00:00', true],
    ['due', '2026-12-31', false],
    ['status', 'Won', true],
    ['status', 'won', false],
    ['source', 'a new option', true],
    ['labels', ['a', 'b'], true],
    ['labels', 'a,b', false],
    ['value', '1250000', true],
    ['value', '12.50', true],
    ['value', 1000, false],
    ['value', '1,000', false],
    ['value', '₹5', false],
    ['value', '-5', false],
    ['why', 'Price', true],
    ['why', 'price', false],
    ['why', 5, false],
    ['site', 'https://acme.in/x', true],
    ['site', 'www.acme.in', true],
    ['site', 'acme', false],
    ['site', 'not yet', false],
    ['site', ['https://acme.in'], false],
    ['paper', 'https://drive.google.com/open?id=1', true],
    ['paper', 'C:\\a.pdf', false],
    ['paper', 'http://192.168.1.2/a.pdf', false],
    ['paper', 'http://localhost/a.pdf', false],
    ['paper', 'http://localhost:80', false],
    ['paper', 'http://nas.local/a', false],
    ['helper', 'asha@acme.example', true],
    ['helper', 'Asha', false],
    ['assignee', 'asha@acme.example', true],
    ['assignee', 'nobody', false],
    ['Name', 'API names are case-sensitive', false],
    ['name', null, false],
  ])('%s: %j is kept: %j', (name, value, isKept) => {
    const kept = whatTelecrmKeeps({ [name]: value }, [], CATALOG);
    expect(Object.keys(kept.fields)).toEqual(isKept ? [name] : []);
    expect(kept.drops.map((drop) => drop.name)).toEqual(isKept ? [] : [name]);
  });

  test('actions without the prefix are dropped, payments need all of theirs', () => {
    const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '5' };
    const actions = [{ type: 'ACTION_12' }, { type: '12' }, payment, { type: 'PAYMENT' }, 'x'];
    const kept = whatTelecrmKeeps({}, actions, CATALOG);
    expect(kept.actions).toEqual([{ type: 'ACTION_12' }, payment]);
    expect(kept.drops.map((drop) => drop.name)).toEqual(['action 2', 'action 4', 'action 5']);
  });
});

describe('what Telecrm keeps of a workspace that it knows whole', () => {
  const whole: KnownCatalog = {
    ...CATALOG,
    team: [
      { name: 'Asha', email: 'asha@acme.example', isActive: true },
      { name: 'Ravi', email: 'ravi@acme.example', isActive: false },
    ],
    actions: [
      {
        type: 'ACTION_7',
        label: 'Visit',
        allowsOwnTime: true,
        fields: [
          {
            apiName: 'note',
            label: 'Note',
            type: 'text',
            options: null,
            trustValues: false,
            isRequired: false,
          },
          {
            apiName: 'by',
            label: 'By',
            type: 'activeUsers',
            options: null,
            trustValues: false,
            isRequired: false,
          },
        ],
      },
    ],
  };

  test.each([
    ['asha@acme.example', true],
    ['Asha@acme.example', true],
    ['ravi@acme.example', false],
    ['new@acme.example', false],
  ])('the assignee %j: %j', (assignee, isKept) => {
    expect(Object.keys(whatTelecrmKeeps({ assignee }, [], whole).fields)).toEqual(isKept ? ['assignee'] : []);
  });

  const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '5' };

  test.each<[unknown, string | null]>([
    [{ type: 'ACTION_7', fields: { note: 'Met', by: 'asha@acme.example' } }, null],
    [{ type: 'ACTION_7', fields: {}, created_on: '31/12/2026 10:30:00' }, null],
    [{ type: 'ACTION_7', fields: {}, created_on: '31/12/2026' }, null],
    [{ type: 'ACTION_7', fields: {}, created_on: '2026-12-31' }, 'its time'],
    [{ type: 'ACTION_7', fields: { Note: 'Met' } }, 'Note: the action has no such field'],
    [{ type: 'ACTION_7', fields: { note: 5 } }, 'note: not text'],
    [{ type: 'ACTION_7', fields: { by: 'ravi@acme.example' } }, 'by: nobody in the team'],
    [{ type: 'ACTION_7', fields: 'none' }, 'its fields are none'],
    [{ type: 'ACTION_8', fields: {} }, 'no such action'],
    [{ type: 'ACTION_x', fields: {} }, 'not ACTION_ and a number'],
    [{ type: '7', fields: {} }, 'does not begin with ACTION_'],
    ['ACTION_7', 'without a type'],
    [payment, null],
    [{ ...payment, amount: '0' }, 'wrong: amount'],
    [{ ...payment, amount: 5 }, 'wrong: amount'],
    [{ ...payment, currency: 'EUR', status: 'paid' }, 'wrong: status, currency'],
  ])('the action %j: %j', (action, reason) => {
    const { actions, drops } = whatTelecrmKeeps({}, [action], whole);
    expect(actions).toEqual(reason === null ? [action] : []);
    expect(drops.map((drop) => drop.reason)).toEqual(
      reason === null ? [] : [expect.stringContaining(reason)],
    );
  });
});

describe('leads', () => {
  test('a second request changes only the fields sent and appends its actions', () => {
    const book = new LeadBook(() => CATALOG);
    book.takeIn({ phone: '919876543210', name: 'Asha', rating: 2 }, [{ type: 'ACTION_1' }], 10);
    book.takeIn({ phone: '+91 98765 43210', rating: 5, amount: 'ten' }, [{ type: 'ACTION_2' }], 20);
    expect(book.leads()).toEqual([
      {
        identifier: '919876543210',
        fields: { status: 'Fresh', phone: '+91 98765 43210', name: 'Asha', rating: 5 },
        actions: [{ type: 'ACTION_1' }, { type: 'ACTION_2' }],
        requests: 2,
        dropped: ['amount'],
        drops: [{ name: 'amount', reason: 'not a number' }],
        receivedAtMs: 20,
      },
    ]);
  });

  test.each([
    ['phone', '9876543210', '919876543210'],
    ['email', ' A@B.in', 'a@b.IN '],
    ['name', 'X-1', 'x-1'],
  ])('by %s, %j and %j are one lead', (identifier, first, second) => {
    const catalog = { ...CATALOG, identifier };
    const book = new LeadBook(() => catalog);
    book.takeIn({ [identifier]: first.trim() }, [], 1);
    book.takeIn({ [identifier]: second.trim() }, [], 2);
    expect(book.leads()).toHaveLength(1);
  });

  test('what was changed last comes first', () => {
    const book = new LeadBook(() => CATALOG);
    for (const phone of ['919000000001', '919000000002', '919000000001']) {
      book.takeIn({ phone }, [], 1);
    }
    expect(book.leads().map((lead) => lead.identifier)).toEqual(['919000000001', '919000000002']);
  });

  test('without an identifier that is kept, the whole lead is lost, and that is recorded', () => {
    const book = new LeadBook(() => CATALOG);
    book.takeIn({ name: 'No phone' }, [], 1);
    book.takeIn({ name: 'Bad phone', phone: '123' }, [], 2);
    expect(book.leads()).toEqual([]);
    expect(book.lost().map((lost) => lost.fields['name'])).toEqual(['Bad phone', 'No phone']);
    expect(book.lost()[0]?.drops.map((drop) => drop.name)).toEqual(['phone', 'phone']);
  });

  test('a field that was added meanwhile counts from the next request on', () => {
    let fields: readonly Field[] = STANDARD_FIELDS;
    const book = new LeadBook(() => ({ fields, identifier: 'phone' }));
    book.takeIn({ phone: '919000000001', city: 'Pune' }, [], 1);
    fields = [...STANDARD_FIELDS, field('city', 'text')];
    book.takeIn({ phone: '919000000001', city: 'Pune' }, [], 2);
    expect(book.leads()[0]).toMatchObject({ fields: { city: 'Pune' }, dropped: [] });
  });
});
