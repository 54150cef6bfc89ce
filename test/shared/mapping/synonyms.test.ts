import { expect, test } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { headingKey } from '../../../shared/mapping/normalise-heading.ts';
import { fieldsMeantBy, headingsMeaning } from '../../../shared/mapping/synonyms.ts';

test.each(STANDARD_FIELDS.map((field) => field.apiName))(
  'every heading listed for %s can be met',
  (apiName) => {
    const headings = headingsMeaning(apiName);
    expect(headings.length).toBeGreaterThan(20);
    for (const { text } of headings) {
      expect(headingKey(text)).toBe(text);
      expect(fieldsMeantBy(text).map((synonym) => synonym.apiName)).toContain(apiName);
    }
  },
);

test('no heading surely means two fields', () => {
  const sure = STANDARD_FIELDS.flatMap(({ apiName }) =>
    headingsMeaning(apiName).filter(({ strength }) => strength === 'sure'),
  ).map(({ text }) => text);
  expect(sure.filter((text, index) => sure.indexOf(text) !== index)).toEqual([]);
});
