import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medialinkCleaner } from '../../../shared/cleaning/clean-medialink.ts';
import { isPublicHost } from '../../../shared/cleaning/public-host.ts';
import { shown } from './shown.ts';
import { anyUnits, isPlainAddress, textOf } from './text-of.ts';

const clean = medialinkCleaner();
const NOT = 'link-not-a-url';
const PRIVATE = 'link-not-public';

describe('a link to a file', () => {
  test.each<[string, string]>([
    [
      'https://drive.google.com/file/d/1aB_c-D/view?usp=sharing',
      'https://drive.google.com/file/d/1aB_c-D/view?usp=sharing',
    ],
    ['drive.google.com/open?id=1aBc', 'https://drive.google.com/open?id=1aBc'],
    [
      'https://docs.google.com/document/d/1/edit#heading=h.1',
      'https://docs.google.com/document/d/1/edit#heading=h.1',
    ],
    [
      'https://www.dropbox.com/s/abc/Fees%202026.pdf?dl=0',
      'https://www.dropbox.com/s/abc/Fees%202026.pdf?dl=0',
    ],
    ['https://1drv.ms/b/s!Ab', 'https://1drv.ms/b/s!Ab'],
    ['https://acme-my.sharepoint.com/:b:/g/x', 'https://acme-my.sharepoint.com/:b:/g/x'],
    ['http://acme.in/photo.jpg', 'http://acme.in/photo.jpg'],
    ['acme.in/photo.jpg', 'https://acme.in/photo.jpg'],
    ['www.acme.in/a.mp4', 'https://www.acme.in/a.mp4'],
    ['https://cdn.acme.in/चित्र.png', 'https://cdn.acme.in/चित्र.png'],
    ['https://youtu.be/dQw4', 'https://youtu.be/dQw4'],
    ['https://wa.me/919876512345', 'https://wa.me/919876512345'],
    ['https://acme.in:8443/a.pdf', 'https://acme.in:8443/a.pdf'],
    ['https://203.0.114.7/a.pdf', 'https://203.0.114.7/a.pdf'],
    ['https://[2606:4700::1111]/a.pdf', NOT],
    ['Link: https://acme.in/a.pdf', 'https://acme.in/a.pdf'],
    [' https://acme.in/a.pdf\n', 'https://acme.in/a.pdf'],
    ['', 'empty'],
    ['NA', 'empty'],
    ['--', 'empty'],
    ['C:\\Users\\Asha\\photo.jpg', PRIVATE],
    ['D:/scans/a.pdf', PRIVATE],
    ['\\\\server\\share\\a.pdf', PRIVATE],
    ['/home/asha/a.pdf', PRIVATE],
    ['/storage/emulated/0/DCIM/a.jpg', PRIVATE],
    ['~/Downloads/a.pdf', PRIVATE],
    ['file:///C:/a.pdf', PRIVATE],
    ['content://media/external/1', PRIVATE],
    ['data:image/png;base64,AAAA', PRIVATE],
    ['ftp://acme.in/a.pdf', PRIVATE],
    ['http://localhost/a.pdf', PRIVATE],
    ['http://localhost:8080/a.pdf', PRIVATE],
    ['http://127.0.0.1/a.pdf', PRIVATE],
    ['http://192.168.1.20/a.pdf', PRIVATE],
    ['http://10.0.0.5:81/a.pdf', PRIVATE],
    ['http://172.16.3.4/a.pdf', PRIVATE],
    ['http://169.254.1.1/a.pdf', PRIVATE],
    ['http://[::1]/a.pdf', NOT],
    ['http://intranet/a.pdf', PRIVATE],
    ['http://nas.local/a.pdf', PRIVATE],
    ['https://crm.internal/a.pdf', PRIVATE],
    ['photo.jpg', NOT],
    ['IMG_2026.jpeg', NOT],
    ['brochure.pdf attached', NOT],
    ['see WhatsApp', NOT],
    ['yes', NOT],
    ['asha@acme.in', NOT],
    ['https://', NOT],
    ['https://acme.in/my photo.jpg', NOT],
    ['http://0x7f.1/a', NOT],
    ['http://2130706433/a', NOT],
    ['javascript:alert(1)', NOT],
    ['https://asha:secret@acme.in/a', NOT],
    ['=IMAGE("https://acme.in/a.png")', NOT],
  ])('%j becomes %j', (text, expected) => {
    expect(shown(clean(text))).toBe(expected);
  });

  test('of several, as upload forms give them, the first is proposed', () => {
    const used = 'https://drive.google.com/open?id=1';
    const others = ['https://drive.google.com/open?id=2'];
    expect(shown(clean(`${used}, ${others.join()}`))).toEqual([used, { kind: 'link-several', used, others }]);
  });
});

describe('whether a host can be reached from anywhere', () => {
  test.each([
    ['acme.in', true],
    ['8.8.8.8', true],
    ['172.15.0.1', true],
    ['172.32.0.1', true],
    ['100.63.0.1', true],
    ['0.0.0.0', false],
    ['172.31.255.255', false],
    ['100.64.0.1', false],
    ['192.0.2.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['printer', false],
    ['asha-pc.lan', false],
    ['a.home.arpa', false],
    ['localhost', false],
    ['a.localhost', false],
  ])('%s: %j', (host, isPublic) => {
    expect(isPublicHost(host)).toBe(isPublic);
  });
});

test('what comes out is a public URL with a scheme, and cleaning it again changes nothing', () => {
  const likely = textOf(
    'aw0127.:/\\?#@-_ ,[]',
    '192.168.',
    'https://',
    'http://',
    '.in',
    '\n',
    'localhost',
    'C:\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyUnits(),
        likely,
        fc.webUrl(),
        fc.ipV4().map((ip) => `http://${ip}/a`),
      ),
      (text) => {
        const result = clean(text);
        if (result.kind === 'value') {
          const value = String(result.value);
          expect(value).toMatch(/^https?:\/\/[^\s/]+\.[^\s/]+\S*$/u);
          if (isPlainAddress(value)) {
            expect(isPublicHost(new URL(value).hostname)).toBe(true);
          }
          expect(shown(clean(value))).toBe(value);
        }
      },
    ),
    { numRuns: 10_000 },
  );
});
