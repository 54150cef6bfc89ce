import { expect, test } from 'vitest';
import { findSepLine } from '../../../shared/sheet/sep-line.ts';

test.each([
  { text: 'sep=;\r\nName;Phone', expected: { delimiter: ';', length: 7 } },
  { text: 'sep=,\nName', expected: { delimiter: ',', length: 6 } },
  { text: 'SEP=\t\rName', expected: { delimiter: '\t', length: 6 } },
  { text: '"sep=|"\r\nName', expected: { delimiter: '|', length: 9 } },
  { text: 'sep=^\nName', expected: { delimiter: null, length: 6 } },
  { text: 'sep=;', expected: { delimiter: ';', length: 5 } },
  { text: 'sep=;;\nName', expected: null },
  { text: 'separator,Phone\n', expected: null },
  { text: 'Name\nsep=;\n', expected: null },
])('reads $text', ({ text, expected }) => {
  expect(findSepLine(text)).toEqual(expected);
});
