import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPageFile } from '../../../electron/window/find-page-file.ts';

const FOLDER = path.resolve('/opt/app/out/renderer');

describe('the page gets its own files', () => {
  test.each([
    ['app://lead-importer/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://lead-importer/assets/index-B2d_x.js', 'assets/index-B2d_x.js', 'text/javascript; charset=utf-8'],
    ['app://lead-importer/assets/index-c.css?v=1#x', 'assets/index-c.css', 'text/css; charset=utf-8'],
    ['app://lead-importer/assets/a.woff2', 'assets/a.woff2', 'font/woff2'],
  ])('%s', (address, file, contentType) => {
    expect(findPageFile(FOLDER, address)).toStrictEqual({ filePath: path.join(FOLDER, file), contentType });
  });
});

describe('and nothing else', () => {
  test.each([
    'app://lead-importer/..%2f..%2fsecret.json',
    'app://lead-importer/..\\..\\secret.json',
    'app://lead-importer/assets/..%5c..%5csecret.json',
    'app://lead-importer/%00.html',
    'app://lead-importer/.env.json',
    'app://lead-importer/c:/windows/x.json',
    'app://lead-importer//etc/x.json',
    'app://lead-importer/',
    'app://lead-importer',
    'app://lead-importer/settings',
    'app://lead-importer/vault/w.token',
    'app://lead-importer.evil.example/index.html',
    'app://other/index.html',
    'file:///etc/x.html',
    'https://lead-importer/index.html',
    'not an address',
    '',
  ])('%s', (address) => {
    expect(findPageFile(FOLDER, address)).toBeNull();
  });

  test.each([
    ['app://lead-importer/../../etc/passwd.html', 'etc/passwd.html'],
    ['app://lead-importer/%2e%2e/%2e%2e/secret.json', 'secret.json'],
  ])('%s climbs no further than to the top', (address, file) => {
    expect(findPageFile(FOLDER, address)?.filePath).toBe(path.join(FOLDER, file));
  });

  test('no address leads out of the folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '\\',
      '%2f',
      '%5c',
      '%00',
      'a',
      'b.html',
      '.js',
      ':',
      '//',
      '?',
      '#',
      '~',
      '%',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = findPageFile(FOLDER, `app://lead-importer/${parts.join('')}`);
        expect(found === null || isInside(found.filePath)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

function isInside(filePath: string): boolean {
  return filePath.startsWith(FOLDER + path.sep) && path.normalize(filePath) === filePath;
}
