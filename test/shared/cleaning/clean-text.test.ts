import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textCleaner, LONGEST_TEXT } from '../../../shared/cleaning/clean-text.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = textCleaner();

test.each([
  // Names and remarks of the sample of messy leads.
  ['', 'empty'],
  ['Lakshmi Nair', 'Lakshmi Nair'],
  ['  Fatima Mehta  ', 'Fatima Mehta'],
  ["D'Souza Anil Gupta", "D'Souza Anil Gupta"],
  ['Farhan कुमार', 'Farhan कुमार'],
  ['सुनीता Singh', 'सुनीता Singh'],
  ['Zoë Gupta', 'Zoë Gupta'],
  ['José Nair', 'José Nair'],
  ['line one\nline two', 'line one\nline two'],
  ['Said "call me tomorrow"', 'Said "call me tomorrow"'],
  ['+91 office', '+91 office'],
  ['मुझे कॉल करें', 'मुझे कॉल करें'],
  ['Wants callback, after 6pm', 'Wants callback, after 6pm'],
  ['=HYPERLINK("http://x.example")', '=HYPERLINK("http://x.example")'],
  ['http://शिक्षा.example', 'http://शिक्षा.example'],
  // Text is not judged: only the writer knows what it means.
  ['NA', 'NA'],
  ['-', '-'],
  ['null', 'null'],
  ["'7389663852", "'7389663852"],
  ["'tis", "'tis"],
  ['0987', '0987'],
  ['9.19877E+11', '9.19877E+11'],
  ['<b>bold</b>', '<b>bold</b>'],
  ['a  b', 'a  b'],
  ['a\tb', 'a\tb'],
  // Blanks at the ends, seen and unseen.
  ['   ', 'empty'],
  ['\t\r\n', 'empty'],
  ['\u00a0Asha\u00a0', 'Asha'],
  ['\u200bAsha\u200b', 'Asha'],
  ['\ufeffAsha', 'Asha'],
  ['\u3000Asha\u3000', 'Asha'],
  ['\u200b', 'empty'],
  ['\u200e\u200f', 'empty'],
  ['\u2066\u2069', 'empty'],
  ['\u00ad', 'empty'],
  // Joiners decide how Indian letters are drawn and stay.
  ['क्\u200d', 'क्\u200d'],
  ['क्\u200cष', 'क्\u200cष'],
  ['नमस्ते 🙏', 'नमस्ते 🙏'],
  ['👨‍👩‍👧', '👨‍👩‍👧'],
  // What no JSON reader can be trusted with.
  ['As\0ha', 'Asha'],
  ['Asha\0\0\0', 'Asha'],
  ['\0', 'empty'],
  ['half \ud83d', 'half \ufffd'],
  ['\ude4f half', '\ufffd half'],
])('%j becomes %j', (text, expected) => {
  expect(shown(clean(text))).toEqual(expected);
});

test('a text as long as the limit is sent, a longer one is a problem that names the limit', () => {
  expect(shown(clean('x'.repeat(LONGEST_TEXT)))).toBe('x'.repeat(LONGEST_TEXT));
  expect(clean('x'.repeat(LONGEST_TEXT + 1))).toEqual({
    kind: 'problem',
    problem: { kind: 'text-too-long', limit: 65_000 },
  });
});

test('what comes out is trimmed, well-formed text without NUL, and cleaning it again changes nothing', () => {
  const likely = textOf('a \0क\n\u200b\u200d\u200e\u00a0\u0085', '\ud83d', '\ude4f');
  fc.assert(
    fc.property(fc.oneof(anyUnits(), likely), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        const value = String(result.value);
        expect(value).not.toBe('');
        expect(value.trim()).toBe(value);
        expect(value).not.toMatch(/\p{Surrogate}|\0/u);
        expect(clean(value)).toEqual(result);
      }
    }),
    { numRuns: 3000 },
  );
});
