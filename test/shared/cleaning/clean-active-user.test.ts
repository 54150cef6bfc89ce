import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeUserCleaner } from '../../../shared/cleaning/clean-active-user.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const TEAM = [
  { name: 'Priya Sharma', email: 'Priya.Sharma@acme.example', isActive: true },
  { name: 'Asha Rao', email: 'asha@acme.example', isActive: true },
  { name: 'Asha Rao', email: 'asha.rao@acme.example', isActive: true },
  { name: 'Ravi Kumar', email: 'ravi@acme.example', isActive: true },
  { name: 'Ravi Kumar', email: 'ravi.old@acme.example', isActive: false },
  { name: 'Imran Khan', email: 'imran@acme.example', isActive: false },
  { name: 'सुनीता शर्मा', email: 'sunita@acme.example', isActive: true },
  { name: '', email: 'team.lead@acme.example', isActive: true },
];

const clean = activeUserCleaner({ team: TEAM, trustValues: false });
const UNKNOWN = 'member-unknown';

describe('with a known team', () => {
  test.each([
    ['asha@acme.example', 'asha@acme.example'],
    ['ASHA@ACME.EXAMPLE', 'asha@acme.example'],
    ['priya.sharma@acme.example', 'Priya.Sharma@acme.example'],
    ['Priya.Sharma@acme.example', 'Priya.Sharma@acme.example'],
    [' ravi@acme.example ', 'ravi@acme.example'],
    ['\u200bravi@acme.example', 'ravi@acme.example'],
    ['mailto:ravi@acme.example', 'ravi@acme.example'],
    ['Email: ravi@acme.example', 'ravi@acme.example'],
    ['Ravi Kumar <ravi@acme.example>', 'ravi@acme.example'],
    ['<Ravi@acme.example>', 'ravi@acme.example'],
    ["'ravi@acme.example", 'ravi@acme.example'],
    ['team.lead@acme.example', 'team.lead@acme.example'],
    ['Priya Sharma', 'Priya.Sharma@acme.example'],
    ['priya sharma', 'Priya.Sharma@acme.example'],
    ['PRIYA  SHARMA', 'Priya.Sharma@acme.example'],
    ['Priya\u00a0Sharma', 'Priya.Sharma@acme.example'],
    ['सुनीता शर्मा', 'sunita@acme.example'],
    // A namesake who was switched off does not count.
    ['Ravi Kumar', 'ravi@acme.example'],
    ['', 'empty'],
    ['  ', 'empty'],
    ['NA', 'empty'],
    ['-', 'empty'],
    ['None', 'empty'],
    ['nil', 'empty'],
    ['Asha Rao', 'member-name-shared'],
    ['asha rao', 'member-name-shared'],
    ['imran@acme.example', 'member-not-active'],
    ['Imran Khan', 'member-not-active'],
    ['ravi.old@acme.example', 'member-not-active'],
    ['nobody', UNKNOWN],
    ['Priya', UNKNOWN],
    ['Sharma Priya', UNKNOWN],
    ['P. Sharma', UNKNOWN],
    ['Priya Sharma (Sales)', UNKNOWN],
    ['priya@acme.example', UNKNOWN],
    ['asha@other.example', UNKNOWN],
    ['asha@acme', UNKNOWN],
    ['9876512345', UNKNOWN],
    ['unassigned', UNKNOWN],
    ['Counsellor 1', UNKNOWN],
    ['constructor', UNKNOWN],
    ['x'.repeat(501), 'text-too-long'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toBe(expected);
  });

  test.each([
    ['Priya', 'Priya.Sharma@acme.example'],
    ['Pria Sharma', 'Priya.Sharma@acme.example'],
    ['Priya Sharma (Sales)', 'Priya.Sharma@acme.example'],
    ['priya.sharma@acme.exmple', 'Priya.Sharma@acme.example'],
    ['ravi@acme.exampel', 'ravi@acme.example'],
    // Two are called so, and one who was switched off is not proposed.
    ['Asha', null],
    ['Imran', null],
    ['nobody', null],
  ])('%j is unknown and suggests %j', (value, closest) => {
    expect(clean(value)).toEqual({ kind: 'problem', problem: { kind: 'member-unknown', value, closest } });
  });

  test('of several members in one cell the first is proposed', () => {
    const several = { kind: 'email-several', used: 'ASHA@acme.example', others: ['ravi@acme.example'] };
    expect(shown(clean('ASHA@acme.example; ravi@acme.example'))).toEqual(['asha@acme.example', several]);
  });

  test('two members whose addresses differ in case alone are told apart by it', () => {
    const twins = activeUserCleaner({
      team: [
        { name: 'A', email: 'a@acme.example', isActive: true },
        { name: 'B', email: 'A@acme.example', isActive: true },
      ],
      trustValues: false,
    });
    expect([shown(twins('a@acme.example')), shown(twins('A@acme.example'))]).toEqual([
      'a@acme.example',
      'A@acme.example',
    ]);
  });

  test('addresses that the user trusts are sent, names are not', () => {
    const trusting = activeUserCleaner({ team: TEAM, trustValues: true });
    expect(shown(trusting('new@acme.example'))).toBe('new@acme.example');
    expect(shown(trusting('Ravi Kumar'))).toBe('ravi@acme.example');
    expect(shown(trusting('New Person'))).toBe(UNKNOWN);
  });
});

describe.each([
  ['an unknown team', null],
  ['a team of nobody, which cannot be', []],
])('with %s', (_, team) => {
  const byShape = activeUserCleaner({ team, trustValues: false });

  test.each([
    ['asha@acme.example', 'asha@acme.example'],
    [' Asha@acme.example', 'Asha@acme.example'],
    ['Asha <asha@acme.example>', 'asha@acme.example'],
    ['nobody', 'email-not-an-address'],
    ['asha@acme', 'email-not-an-address'],
    ['NA', 'empty'],
    ['', 'empty'],
  ])('%j becomes %j by the rules of an e-mail field', (text, expected) => {
    expect(shown(byShape(text))).toBe(expected);
  });
});

test('what comes out is the address of an active member, and cleaning it again changes nothing', () => {
  const addresses = TEAM.filter(({ isActive }) => isActive).map(({ email }) => email);
  const names = fc.constantFrom(...TEAM.flatMap(({ name, email }) => [name, email]));
  const likely = textOf('ashr.@ ,;<>', 'asha@acme.example', 'Ravi Kumar', 'imran@acme.example');
  fc.assert(
    fc.property(fc.oneof(anyUnits(), likely, names, fc.mixedCase(names)), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        expect(addresses).toContain(result.value);
        expect(shown(clean(String(result.value)))).toBe(result.value);
      }
    }),
    { numRuns: 3000 },
  );
});
