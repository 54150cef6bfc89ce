import { expect, test } from 'vitest';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { forbiddenWords } from './plain-language.ts';

const { say } = makeWords('en');

test.each([
  ['ZIP archive', 'Unpack it'],
  ['compressed file', 'Unpack it'],
  ['Word document', 'Paste from Excel'],
  ['RTF document', 'Paste from Excel'],
  ['PDF document', 'Ask whoever sent it'],
  ['picture', 'Ask whoever sent it'],
  ['contact file (vCard)', 'contacts program'],
  ['Numbers spreadsheet', 'Export To'],
  ['web archive', 'Save as'],
  ['JSON file', 'Export the leads'],
])('of a %s it is said what it is, and to do something that can be done: %s', (format, advice) => {
  const { title, next } = failureWords(say, { kind: 'format-not-read', fileName: 'leads.csv', format });
  expect(title).toContain(`leads.csv is another kind of file (${format})`);
  expect(next).toContain(advice);
  expect([...forbiddenWords(title), ...forbiddenWords(next)]).toEqual([]);
});
