import { expect, test } from 'vitest';
import { teamOfText, textOfTeam } from '../../../renderer/screens/workspace/team-text.ts';

test.each([
  ['Priya Sharma, priya@example.org', 'Priya Sharma', 'priya@example.org'],
  ['Priya Sharma <priya@example.org>', 'Priya Sharma', 'priya@example.org'],
  ['priya@example.org', '', 'priya@example.org'],
  ['priya@example.org\tPriya  Sharma', 'Priya Sharma', 'priya@example.org'],
  ['"Sharma, Priya" priya@example.org', 'Sharma Priya', 'priya@example.org'],
])('%j is one person', (line, name, email) => {
  expect(teamOfText(line)).toEqual({ team: [{ name, email, isActive: true }], wrongLines: [] });
});

test('lines without an address are told, and nobody comes twice', () => {
  const typed = teamOfText('Ravi\n\nAsha, asha@example.org\nASHA@example.org');
  expect(typed.wrongLines).toEqual([{ line: 1, text: 'Ravi' }]);
  expect(typed.team.map(({ email }) => email)).toEqual(['ASHA@example.org']);
});

test('a team that is shown and saved unchanged is the same', () => {
  const { team } = teamOfText('Ravi, ravi@example.org\nasha@example.org');
  expect(teamOfText(textOfTeam(team)).team).toEqual(team);
  expect(textOfTeam([{ name: 'Gone', email: 'gone@example.org', isActive: false }])).toBe('');
  expect(textOfTeam(null)).toBe('');
});
