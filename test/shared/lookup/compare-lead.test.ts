import { expect, it } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { leadComparison } from '../../../shared/lookup/compare-lead.ts';
import { identifierOf } from '../../../shared/lookup/identifier-of.ts';
import { fateOf, findingOf } from '../../../shared/lookup/judge-lookup.ts';

const SETTINGS = { defaultCountry: 'IN', timeZone: 'Asia/Kolkata', purpose: 'sent' as const };
const compare = leadComparison(STANDARD_FIELDS, 'phone', {
  ...SETTINGS,
  show: (value) => (typeof value === 'object' ? value.join(' · ') : String(value)),
});

it('only what was sent is compared, each value beside the one in Telecrm', () => {
  expect(
    compare(
      { phone: '919812345670', name: 'Asha', status: 'Won', email: 'asha@acme.example' },
      { phone: '9812345670', name: 'Asha', status: { label: 'Fresh' }, rating: 5 },
    ),
  ).toEqual([
    { apiName: 'status', label: 'Status', inTelecrm: 'Fresh', sent: 'Won' },
    { apiName: 'email', label: 'Email', inTelecrm: null, sent: 'asha@acme.example' },
  ]);
});

it('a field that the workspace no longer has is compared by what was sent', () => {
  expect(compare({ gone: ['a'], old: 5 }, { gone: 'a', old: '5' })).toEqual([]);
});

it('a field named like a part of every object is not found in one', () => {
  expect(compare({ constructor: 'x' }, {})).toMatchObject([{ apiName: 'constructor', inTelecrm: null }]);
});

it('identifiers are compared as Telecrm does', () => {
  const phone = identifierOf('phone', 'IN');
  const forms = ['+919812345670', '919812345670', '9812345670', '+91 98123-45670', 9_812_345_670];
  expect(new Set(forms.map(phone))).toEqual(new Set(['919812345670']));
  expect(phone('99XXXXXX99')).toBeNull();
  expect(phone(null)).toBeNull();
  const email = identifierOf('email', 'IN');
  expect(email(' Asha@Acme.example ')).toBe(email('asha@acme.example'));
});

it('what is found says what becomes of the row', () => {
  const difference = { apiName: 'name', label: 'Name', inTelecrm: null, sent: 'Asha' };
  expect(findingOf('forecast', []).finding).toBe('new');
  expect(findingOf('forecast', [[]]).finding).toBe('unchanged');
  expect(findingOf('forecast', [[difference], []]).finding).toBe('unchanged');
  expect(findingOf('forecast', [[difference]])).toEqual({ finding: 'changes', differences: [difference] });
  expect(findingOf('confirm', []).finding).toBe('not-found');
  expect(fateOf('confirm', findingOf('confirm', [[difference]]).finding)).toBe('confirmed');
  // A lead that was there before says nothing about whether this request arrived.
  expect(fateOf('unknown', findingOf('unknown', [[difference]]).finding)).toBeNull();
  expect(fateOf('unknown', findingOf('unknown', [[]]).finding)).toBe('confirmed');
  expect(fateOf('unknown', findingOf('unknown', []).finding)).toBe('not-found');
});
