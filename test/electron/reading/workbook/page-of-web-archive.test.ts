import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageOfWebArchive } from '../../../../electron/reading/workbook/page-of-web-archive.ts';
import { readWhole } from '../read-whole.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'web-archives-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PAGE =
  '<table><tr><td>Name</td><td>Phone</td></tr><tr><td>Zoë = नेहा</td><td>9876501234</td></tr></table>';

type Part = { readonly head: string; readonly body: string };

function archiveOf(parts: readonly Part[], boundary = 'boundary="=_Part 1"'): Buffer {
  const mark = /"(.*)"/u.exec(boundary)?.[1] ?? boundary.replace('boundary=', '');
  const head = `From: <Saved by a portal>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\t${boundary}\r\n\r\n`;
  const inside = parts.map(({ head: partHead, body }) => `--${mark}\r\n${partHead}\r\n\r\n${body}\r\n`);
  return Buffer.from(`${head}${inside.join('')}--${mark}--\r\n`);
}

function quoted(text: string): string {
  const codes = [...Buffer.from(text)].map((byte) =>
    byte > 0x7e || byte === 0x3d
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return codes.join('').replaceAll(/(.{60}[^=]{3})/gu, '$1=\r\n');
}

const STYLE: Part = { head: 'Content-Type: text/css', body: 'table { color: red }' };
const plain: Part = { head: 'Content-Type: text/html', body: PAGE };

test.each<{ name: string; bytes: Buffer }>([
  { name: 'as it is', bytes: archiveOf([STYLE, plain]) },
  { name: 'with a boundary without marks', bytes: archiveOf([plain], 'boundary=----x1') },
  {
    name: 'quoted-printable',
    bytes: archiveOf([
      {
        head: 'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
        body: quoted(PAGE),
      },
      STYLE,
    ]),
  },
  {
    name: 'in base64',
    bytes: archiveOf([
      {
        head: 'Content-Transfer-Encoding: base64\r\nContent-Type: text/html',
        body: Buffer.from(PAGE)
          .toString('base64')
          .replaceAll(/(.{76})/gu, '$1\r\n'),
      },
    ]),
  },
])('a web archive whose page stands in it $name is read like the page', async ({ bytes }) => {
  expect(pageOfWebArchive(bytes)?.toString().trim()).toBe(PAGE);
  const file = path.join(folder, 'leads.xls');
  writeFileSync(file, bytes);
  expect(await readWhole(file)).toMatchObject({
    ok: true,
    value: {
      facts: { columns: [{ heading: 'Name' }, { heading: 'Phone' }] },
      rows: [{ rowNumber: 2, cells: ['Zoë = नेहा', '9876501234'] }],
    },
  });
});

test.each<{ name: string; bytes: Buffer }>([
  { name: 'several tables in several parts', bytes: archiveOf([plain, plain]) },
  { name: 'no table', bytes: archiveOf([STYLE, { head: 'Content-Type: text/html', body: '<p>Hello' }]) },
  {
    name: 'parts without an end of their heads',
    bytes: archiveOf([{ head: 'x'.repeat(20_000), body: PAGE }]),
  },
  { name: 'no boundary', bytes: Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related\n\nx') },
])('a web archive with $name is refused as one', async ({ bytes }) => {
  expect(pageOfWebArchive(bytes)).toBeNull();
  const file = path.join(folder, 'leads.xls');
  writeFileSync(file, bytes);
  expect(await readWhole(file)).toEqual({
    ok: false,
    failure: { kind: 'format-not-read', fileName: 'leads.xls', format: 'web archive' },
  });
});
