import { expect, test } from 'vitest';
import type { Field } from '../../../shared/catalog/field.ts';
import { sharesTopic } from '../../../shared/mapping/topics.ts';

const field = (label: string, type: Field['type'], apiName = 'x1'): Field => ({
  apiName,
  label,
  type,
  options: null,
  trustValues: false,
});

test.each([
  ['url', field('Online presence', 'website'), true],
  ['url', field('Online presence', 'text'), false],
  ['reason for loss', field('Why', 'lostReason'), true],
  ['attachment link', field('Papers', 'medialink'), true],
  ['budget in rs', field('Budget', 'money'), true],
  ['budget', field('Max budget', 'number'), true],
  ['amt', field('Deal value', 'money'), true],
  ['deal value', field('Potential', 'money', 'amount'), true],
  // Both are money, and yet two things.
  ['budget', field('Deal value', 'money'), false],
  ['fees', field('Budget', 'money'), false],
  ['budget', field('Budget', 'dropdown'), false],
  ['fees', field('Potential', 'money'), false],
  ['reason', field('Why', 'lostReason'), false],
])('%j and %o: %j', (heading, one, isShared) => {
  expect(sharesTopic(heading, one, [one])).toBe(isShared);
});

test('of two fields of a type neither is meant by the type alone', () => {
  const fields = [field('Company site', 'website', 'a'), field('Blog', 'website', 'b')];
  expect(fields.map((one) => sharesTopic('url', one, fields))).toEqual([false, false]);
  const named = [field('Website', 'website', 'a'), field('Blog', 'website', 'b')];
  expect(named.map((one) => sharesTopic('url', one, named))).toEqual([true, false]);
});
