import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tagsCleaner } from '../../../shared/cleaning/clean-tags.ts';
import { shown } from './shown.ts';
import { anyUnits, textOf } from './text-of.ts';

const clean = tagsCleaner({ options: null, separators: ',;|' });

describe('tags become an array', () => {
  test.each([
    // Courses of the sample of messy leads.
    ['', 'empty'],
    ['Data Science | Online', ['Data Science', 'Online']],
    ['MBA, Executive', ['MBA', 'Executive']],
    ['BBA', ['BBA']],
    ['MBA; Weekend', ['MBA', 'Weekend']],
    ['B.Tech;MBA', ['B.Tech', 'MBA']],
    // Others.
    ['MBA,BBA,MBA', ['MBA', 'BBA']],
    ['MBA, mba, Mba', ['MBA']],
    ['MBA,,BBA', ['MBA', 'BBA']],
    [', MBA ,', ['MBA']],
    ['MBA, ; | BBA', ['MBA', 'BBA']],
    ['MBA\nBBA', ['MBA', 'BBA']],
    ['MBA\r\nBBA', ['MBA', 'BBA']],
    ['  MBA  ', ['MBA']],
    ['Data  Science', ['Data  Science']],
    ['data science, Data  Science', ['data science']],
    ['MBA/BBA', ['MBA/BBA']],
    ['MBA & BBA', ['MBA & BBA']],
    ['MBA and BBA', ['MBA and BBA']],
    ['["MBA"]', ['["MBA"]']],
    ['एमबीए, बीबीए', ['एमबीए', 'बीबीए']],
    ['Café, Cafe\u0301', ['Café']],
    ['🙏, MBA', ['🙏', 'MBA']],
    ['M\0BA, \ud83d', ['MBA', '\ufffd']],
    ['\u200b, MBA', ['MBA']],
    ['NA', 'empty'],
    ['-', 'empty'],
    ['none', 'empty'],
    ['MBA, NA', ['MBA']],
    ['NA,', 'empty'],
    [',;|', 'empty'],
    ['   ', 'empty'],
    ['__proto__, constructor', ['__proto__', 'constructor']],
    [`MBA, ${'x'.repeat(501)}`, 'text-too-long'],
    ['x,'.repeat(40_000), 'text-too-long'],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toEqual(expected);
  });
});

describe('the separators are those of the column', () => {
  test.each([
    ['/', 'MBA/BBA, Weekend', ['MBA', 'BBA, Weekend']],
    [' ', 'MBA BBA', ['MBA', 'BBA']],
    ['-', 'MBA-BBA', ['MBA', 'BBA']],
    [']^', 'MBA]BBA^Online', ['MBA', 'BBA', 'Online']],
    ['।', 'एमबीए। बीबीए', ['एमबीए', 'बीबीए']],
    ['😀', 'MBA😀BBA', ['MBA', 'BBA']],
  ])('%j parts %j', (separators, text, expected) => {
    expect(shown(tagsCleaner({ options: null, separators })(text))).toEqual(expected);
  });
});

describe('with known labels', () => {
  const known = tagsCleaner({ options: ['MBA', 'Data Science', 'NA'], separators: ',' });

  test.each([
    ['mba, data  science', ['MBA', 'Data Science']],
    ['mba, New course', ['MBA', 'New course']],
    ['mba, MBA', ['MBA']],
    ['na', ['NA']],
  ])('%j becomes %j: listed ones in the spelling of the field, others as typed', (text, expected) => {
    expect(shown(known(text))).toEqual(expected);
  });
});

test('what comes out is trimmed, without repetition, and cleaning it again changes nothing', () => {
  const likely = textOf('aAbB ,;|\n\0éNA-', '\ud83d', '\u200b', '\u200d');
  fc.assert(
    fc.property(fc.oneof(anyUnits(), likely), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        const tags = Array.isArray(result.value) ? result.value.map(String) : [];
        expect(tags.length).toBeGreaterThan(0);
        expect(tags.map((tag) => tag.trim())).toEqual(tags);
        expect(new Set(tags.map((tag) => tag.toLowerCase())).size).toBe(tags.length);
        expect(clean(tags.join(','))).toEqual(result);
      }
    }),
    { numRuns: 3000 },
  );
});
