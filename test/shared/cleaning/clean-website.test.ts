import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { websiteCleaner } from '../../../shared/cleaning/clean-website.ts';
import { shown } from './shown.ts';
import { anyUnits, isPlainAddress, textOf } from './text-of.ts';

const clean = websiteCleaner();
const NOT = 'website-not-a-url';

describe('a website', () => {
  test.each<[string, string]>([
    // Spellings of the sample of messy leads.
    ['https://example.org/x?y=1', 'https://example.org/x?y=1'],
    ['www.example.com', 'https://www.example.com'],
    ['http://शिक्षा.example', 'http://शिक्षा.example'],
    ['example', NOT],
    ['', 'empty'],
    // Others.
    ['acme.in', 'https://acme.in'],
    ['acme.co.in', 'https://acme.co.in'],
    ['acme.com/about us', NOT],
    ['acme.com/about-us?x=1#top', 'https://acme.com/about-us?x=1#top'],
    ['acme.com:8080/x', 'https://acme.com:8080/x'],
    ['ACME.COM', 'https://acme.com'],
    ['WWW.Acme.Co.In/Home', 'https://www.acme.co.in/Home'],
    ['Http://www.Acme.in', 'http://www.acme.in'],
    ['HTTPS://ACME.IN/A', 'https://acme.in/A'],
    ['//acme.in/x', 'https://acme.in/x'],
    [' www.acme.in ', 'https://www.acme.in'],
    ['\u200bwww.acme.in\u00a0', 'https://www.acme.in'],
    ["'www.acme.in", 'https://www.acme.in'],
    ['www.acme.in,', 'https://www.acme.in'],
    ['www.acme.in.', 'https://www.acme.in'],
    ['<https://acme.in>', 'https://acme.in'],
    ['"acme.in"', 'https://acme.in'],
    ['(www.acme.in)', 'https://www.acme.in'],
    ['Website: www.acme.in', 'https://www.acme.in'],
    ['URL - acme.in', 'https://acme.in'],
    ['link: https://acme.in', 'https://acme.in'],
    ['https://hi.wikipedia.org/wiki/Pune_(city)', 'https://hi.wikipedia.org/wiki/Pune_(city)'],
    ['https://instagram.com/acme.school', 'https://instagram.com/acme.school'],
    ['youtube.com/@acme', 'https://youtube.com/@acme'],
    ['acme.academy', 'https://acme.academy'],
    ['शिक्षा.भारत', 'https://शिक्षा.भारत'],
    ['xn--11b4c3d.com', 'https://xn--11b4c3d.com'],
    ['http://203.0.114.7/shop', 'http://203.0.114.7/shop'],
    ['NA', 'empty'],
    ['-', 'empty'],
    ['N/A', 'empty'],
    ['none', 'empty'],
    ['no website', NOT],
    ['no', NOT],
    ['yes', NOT],
    ['asha@acme.example', NOT],
    ['@acme', NOT],
    ['Mr.Rao', NOT],
    ['B.Tech', NOT],
    ['M.Com', NOT],
    ['t.me/acme', 'https://t.me/acme'],
    ['report.pdf', NOT],
    ['1.2.3.4', NOT],
    ['192.168.1.1/shop', NOT],
    ['9876512345', NOT],
    ['www', NOT],
    ['www.acme', NOT],
    ['http://', NOT],
    ['https://', NOT],
    ['http:/acme.in', NOT],
    ['htp://acme.in', NOT],
    ['http:\\\\acme.in', NOT],
    ['ftp://acme.in', NOT],
    ['mailto:asha@acme.in', NOT],
    ['javascript:alert(1)', NOT],
    ['file:///C:/site.html', NOT],
    ['https://asha:secret@acme.in', NOT],
    ['http://localhost:3000', NOT],
    ['acme..in', NOT],
    ['-acme.in', NOT],
    ['acme.in:99999', NOT],
    ['www.acme,in', NOT],
    ['=HYPERLINK("http://x.example")', NOT],
    [`https://acme.in/${'x'.repeat(3000)}`, NOT],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toBe(expected);
  });

  test.each([
    ['www.acme.in, www.acme.org', 'https://www.acme.in', ['https://www.acme.org']],
    ['acme.in or acme.org', 'https://acme.in', ['https://acme.org']],
    ['http://acme.in\nhttp://acme.org', 'http://acme.in', ['http://acme.org']],
    ['acme.in;https://acme.org; acme.in', 'https://acme.in', ['https://acme.org']],
  ])('of the several in %j the first is proposed', (text, used, others) => {
    expect(shown(clean(text))).toEqual([used, { kind: 'website-several', used, others }]);
  });

  test('the same address twice is one', () => {
    expect(shown(clean('acme.in, https://ACME.in'))).toBe('https://acme.in');
  });
});

test('what comes out is a URL with a scheme, and cleaning it again changes nothing', () => {
  const likely = textOf(
    'awcz.in:/?#@-_ ,()[]<>"\\%1',
    'www.',
    '.com',
    '.in',
    'https://',
    'http://',
    '\n',
    'क',
  );
  fc.assert(
    fc.property(fc.oneof(anyUnits(), likely, fc.webUrl(), fc.domain()), (text) => {
      const result = clean(text);
      if (result.kind === 'value') {
        const value = String(result.value);
        expect(value).toMatch(/^https?:\/\/[^\s/]+\.[^\s/]+\S*$/u);
        if (isPlainAddress(value)) {
          expect(() => new URL(value)).not.toThrow();
        }
        expect(shown(clean(value))).toBe(value);
      }
    }),
    { numRuns: 10_000 },
  );
});
