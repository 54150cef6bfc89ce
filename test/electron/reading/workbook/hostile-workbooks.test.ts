import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { openWorkbook } from '../../../../electron/reading/workbook/open-workbook.ts';
import type { FileFailure } from '../../../../shared/failure.ts';
import { makeWorkbook, MAIN, partsOf, RELATIONS, type MadeWorkbook } from './make-workbook.ts';
import { readBytes, readWorkbook } from './read-workbook.ts';
import { zipOf, type ZipPart } from './zip-writer.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hostile-workbooks-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SHEET = 'xl/worksheets/sheet1.xml';
const ONE_ROW = '<row><c><v>1</v></c></row>';

async function failureOf(bytes: Buffer): Promise<FileFailure['kind'] | 'cancelled' | 'read'> {
  const book = await readBytes(folder, bytes);
  return book.ok ? 'read' : book.failure.kind;
}

/** The workbook with one part changed. */
function withPart(
  name: string,
  change: (part: ZipPart) => ZipPart,
  made: MadeWorkbook = { sheets: [{ rows: ONE_ROW }] },
): Buffer {
  return zipOf(partsOf(made).map((part) => (part.name === name ? change(part) : part)));
}

function* repeated(piece: string, times: number): Generator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  for (let count = 0; count < times; count++) {
    yield piece;
  }
  yield '</sheetData></worksheet>';
}

const BOMBS: readonly {
  readonly name: string;
  readonly bytes: Buffer;
  readonly kind: FileFailure['kind'];
}[] = [
  {
    name: 'a sheet of 200 MB in 200 KB',
    bytes: withPart(SHEET, (part) => ({ ...part, pieces: repeated(' '.repeat(10_000_000), 20) })),
    kind: 'workbook-too-large',
  },
  {
    name: 'styles of 70 MB',
    bytes: withPart('xl/styles.xml', (part) => ({ ...part, pieces: [' '.repeat(70_000_000)] })),
    kind: 'workbook-too-large',
  },
  {
    name: 'a directory that claims less than there is',
    bytes: withPart(SHEET, (part) => ({ ...part, claims: { unpackedBytes: 20 } })),
    kind: 'workbook-damaged',
  },
  {
    name: 'a directory that claims terabytes',
    bytes: withPart(SHEET, (part) => ({ ...part, claims: { unpackedBytes: 0xffff_fff0 } })),
    kind: 'workbook-too-large',
  },
  {
    name: 'a wrong checksum',
    bytes: withPart(SHEET, (part) => ({ ...part, claims: { crc: 42 } })),
    kind: 'workbook-damaged',
  },
  {
    name: 'a method of compression that nobody uses',
    bytes: withPart(SHEET, (part) => ({ ...part, claims: { method: 14 } })),
    kind: 'workbook-damaged',
  },
  {
    name: 'entries with a password',
    bytes: withPart(SHEET, (part) => ({ ...part, claims: { flags: 9 } })),
    kind: 'workbook-encrypted',
  },
  {
    name: 'a row beyond the last',
    bytes: makeWorkbook({ sheets: [{ rows: '<row r="1048577"><c><v>1</v></c></row>' }] }),
    kind: 'workbook-damaged',
  },
  {
    name: 'a billion rows in the attribute',
    bytes: makeWorkbook({ sheets: [{ rows: '<row r="1000000000"><c><v>1</v></c></row>' }] }),
    kind: 'workbook-damaged',
  },
  {
    name: 'a cell in column ZZZZ',
    bytes: makeWorkbook({ sheets: [{ rows: '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>' }] }),
    kind: 'too-many-columns',
  },
  {
    name: 'a row of 20,001 cells',
    bytes: makeWorkbook({ sheets: [{ rows: `<row>${'<c><v>1</v></c>'.repeat(20_001)}</row>` }] }),
    kind: 'too-many-columns',
  },
  {
    name: 'a cell without a column',
    bytes: makeWorkbook({ sheets: [{ rows: '<row><c r="12"><v>1</v></c></row>' }] }),
    kind: 'workbook-damaged',
  },
  {
    name: 'a shared text that is not there',
    bytes: makeWorkbook({
      sheets: [{ rows: '<row><c t="s"><v>7</v></c></row>' }],
      strings: '<si><t>a</t></si>',
    }),
    kind: 'workbook-damaged',
  },
  {
    name: 'entities that grow a billion times',
    bytes: makeWorkbook({
      sheets: [
        {
          rows: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
        },
      ],
    }),
    kind: 'workbook-damaged',
  },
  {
    name: 'an entity that names a file of this computer',
    bytes: makeWorkbook({
      sheets: [{ rows: ONE_ROW }],
      strings: '<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/passwd">]><sst><si><t>&p;</t></si></sst>',
    }),
    kind: 'workbook-damaged',
  },
  {
    name: 'a tag without end',
    bytes: makeWorkbook({ sheets: [{ rows: `<row r="1" a="${'x'.repeat(3_000_000)}"` }] }),
    kind: 'workbook-damaged',
  },
  {
    name: 'a cell of three megabytes',
    bytes: makeWorkbook({ sheets: [{ rows: `<row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>` }] }),
    kind: 'row-too-long',
  },
  {
    name: 'a cell of a hundred thousand pieces',
    bytes: makeWorkbook({
      sheets: [
        { rows: `<row><c t="inlineStr"><is>${'<r><t>0123456789</t></r>'.repeat(150_000)}</is></c></row>` },
      ],
    }),
    kind: 'row-too-long',
  },
  {
    name: 'a sheet that stops in the middle',
    bytes: withPart(SHEET, (part) => ({ ...part, pieces: [`<worksheet><sheetData>${ONE_ROW}`] })),
    kind: 'workbook-damaged',
  },
  {
    name: 'a sheet that stops in a tag',
    bytes: withPart(SHEET, (part) => ({ ...part, pieces: ['<worksheet><sheetData/></worksheet'] })),
    kind: 'workbook-damaged',
  },
  {
    name: 'a sheet that is something else',
    bytes: withPart(SHEET, (part) => ({ ...part, pieces: ['\u0089PNG no XML at all'] })),
    kind: 'workbook-damaged',
  },
  {
    name: 'a sheet that is not in the archive',
    bytes: makeWorkbook({ sheets: [{ rows: '' }], parts: { [SHEET]: null } }),
    kind: 'workbook-damaged',
  },
  {
    name: 'ten thousand sheets',
    bytes: makeWorkbook({
      parts: {
        'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets>${'<sheet name="S" sheetId="1" r:id="rId1"/>'.repeat(10_000)}</sheets></workbook>`,
      },
    }),
    kind: 'workbook-too-large',
  },
  {
    name: 'an archive that is none',
    bytes: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5000, 0x41)]),
    kind: 'workbook-damaged',
  },
  {
    name: 'an archive cut off in the middle',
    bytes: makeWorkbook({ sheets: [{ rows: ONE_ROW }] }).subarray(0, 900),
    kind: 'workbook-damaged',
  },
  {
    name: 'an archive of other things',
    bytes: zipOf([{ name: 'photo.txt', pieces: ['x'] }]),
    kind: 'format-not-read',
  },
  {
    name: 'a text document',
    bytes: zipOf([
      { name: '[Content_Types].xml', pieces: ['<Types/>'] },
      { name: 'word/document.xml', pieces: ['<x/>'] },
    ]),
    kind: 'format-not-read',
  },
];

test.each(BOMBS)('$name: $kind', async ({ bytes, kind }) => {
  expect(await failureOf(bytes)).toBe(kind);
});

test('names that point out of the archive only name parts', async () => {
  const bytes = zipOf([
    ...partsOf({ sheets: [{ rows: ONE_ROW }] }),
    { name: '../../../../../../tmp/evil.xml', pieces: ['<x/>'] },
    { name: 'C:\\evil.xml', pieces: ['<x/>'] },
    { name: SHEET, pieces: ['<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>'] },
  ]);
  const book = await readBytes(folder, bytes);
  expect(book.ok && book.value[0]?.rows).toEqual([{ rowNumber: 1, cells: ['1'] }]);
});

test('bytes in front of the archive and a comment behind it do not disturb', async () => {
  const bytes = makeWorkbook({ sheets: [{ rows: ONE_ROW }] });
  const commented = Buffer.concat([bytes.subarray(0, -2), Buffer.from([5, 0]), Buffer.from('hello')]);
  expect(await failureOf(commented)).toBe('read');
  // The first bytes say what a file is, so what stands in front has to look like an archive too.
  const inFront = Buffer.concat([Buffer.from('PK\u0003\u0004 and more in front'), bytes]);
  expect(await failureOf(inFront)).toBe('read');
});

test('a workbook that Office encrypted is told from an old one', async () => {
  // The streams of an OLE file are named in UTF-16 in its directory; SheetJS would only see a container without a workbook.
  const container = Buffer.alloc(4096);
  container.write('d0cf11e0a1b11ae1', 0, 'hex');
  container.write('EncryptedPackage', 2048, 'utf16le');
  expect(await failureOf(container)).toBe('workbook-encrypted');
  container.fill(0, 2048);
  expect(await failureOf(container)).toBe('workbook-damaged');
});

test('a binary workbook whose parts unpack to too much is not unpacked', async () => {
  const sheet = utils.aoa_to_sheet([['Name'], ['Ravi']]);
  const book = utils.book_new(sheet, 'Leads');
  const bytes = Buffer.from(write(book, { bookType: 'xlsb', type: 'buffer' }) as Buffer);
  expect(await failureOf(bytes)).toBe('read');
  const bomb = zipOf([
    { name: '[Content_Types].xml', pieces: ['<Types/>'] },
    { name: 'xl/workbook.bin', pieces: ['x'.repeat(60_000_000)] },
  ]);
  expect(await failureOf(bomb)).toBe('workbook-too-large');
});

test('an OpenDocument sheet that repeats a value without end is refused, and empty rows without end are none', async () => {
  const ods = (rows: string): Buffer =>
    zipOf([
      { name: 'mimetype', pieces: ['application/vnd.oasis.opendocument.spreadsheet'], method: 'stored' },
      {
        name: 'content.xml',
        pieces: [
          `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="S">${rows}</table:table></office:document-content>`,
        ],
      },
    ]);
  const cell =
    '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="COUNT"/>';
  const row = (count: number, inside: string): string =>
    `<table:table-row table:number-rows-repeated="${count}">${inside}</table:table-row>`;
  expect(await failureOf(ods(row(1, cell.replace('COUNT', '16384000'))))).toBe('too-many-columns');
  expect(await failureOf(ods(row(2_000_000_000, cell.replace('COUNT', '1'))))).toBe('workbook-damaged');
  const empty = row(1_048_576, '<table:table-cell table:number-columns-repeated="16384"/>');
  expect(await readBytes(folder, ods(row(2, cell.replace('COUNT', '2')) + empty))).toMatchObject({
    value: [
      {
        rows: [
          { rowNumber: 1, cells: ['1', '1'] },
          { rowNumber: 2, cells: ['1', '1'] },
        ],
      },
    ],
  });
});

test('a file that is missing, empty, a folder or a picture is said to be that', async () => {
  const file = path.join(folder, 'picture.xlsx');
  writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
  expect(await openWorkbook(file)).toMatchObject({ failure: { kind: 'format-not-read', format: 'picture' } });
  writeFileSync(file, '');
  expect(await openWorkbook(file)).toMatchObject({ failure: { kind: 'file-empty' } });
  expect(await openWorkbook(folder)).toMatchObject({ failure: { kind: 'file-is-folder' } });
  expect(await openWorkbook(path.join(folder, 'gone.xlsx'))).toMatchObject({
    failure: { kind: 'file-missing' },
  });
  expect(await readWorkbook(path.join(import.meta.dirname, 'hostile-workbooks.test.ts'))).toMatchObject({
    ok: false,
  });
});
