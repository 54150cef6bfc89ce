import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeWorkbook, MAIN, partsOf, RELATIONS, type MadeWorkbook } from './make-workbook.ts';
import { readBytes, table } from './read-workbook.ts';
import { zipOf } from './zip-writer.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'odd-workbooks-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml';

type OddWorkbook = {
  readonly name: string;
  readonly made: MadeWorkbook;
  readonly rows: readonly (readonly unknown[])[];
};

const ODD: readonly OddWorkbook[] = [
  {
    name: 'rows and cells that do not say where they are',
    made: {
      sheets: [{ rows: `<row><c><v>1</v></c>${inline('b')}</row><row/><row><c/><c/><c><v>3</v></c></row>` }],
    },
    rows: [
      [1, '1', 'b'],
      [3, null, null, '3'],
    ],
  },
  {
    name: 'gaps between rows and cells, columns beyond Z and cells out of order',
    made: {
      sheets: [
        {
          rows: '<row r="3"><c r="AB3"><v>28</v></c><c r="B3"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>9</v></c></row>',
        },
      ],
    },
    rows: [
      [3, null, '2', ...Array.from({ length: 25 }, () => null), '28'],
      [1_048_576, '9'],
    ],
  },
  {
    name: 'a sheet that claims every cell and styles the last row',
    made: {
      sheets: [
        {
          before: '<dimension ref="A1:XFD1048576"/>',
          rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" s="1"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>',
        },
      ],
      formats: ['0.00'],
    },
    rows: [[1, '1']],
  },
  {
    name: 'XML with prefixes, single quotes, blanks and marks inside of attributes',
    made: {
      sheets: [
        {
          rows: `<?xml version='1.0'?><!-- made by hand --><x:worksheet xmlns:x='${MAIN}'><x:sheetData><x:row r = '2' x:note='a > b "quoted"'  ><x:c
             r='A2'  t = 's'><x:v>0</x:v></x:c><x:c r='C2' ><x:v>5</x:v></x:c ></x:row></x:sheetData></x:worksheet>`,
        },
      ],
      strings: `<x:sst xmlns:x='${MAIN}'><x:si><x:t>shared</x:t></x:si></x:sst>`,
      parts: { 'xl/sharedStrings.xml': `<x:sst xmlns:x='${MAIN}'><x:si><x:t>shared</x:t></x:si></x:sst>` },
    },
    rows: [[2, 'shared', null, '5']],
  },
  {
    name: 'the strict dialect of the standard',
    made: {
      sheets: [
        {
          rows: `<worksheet xmlns="${STRICT}/spreadsheetml/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2026-04-03T14:30:00</v></c></row></sheetData></worksheet>`,
        },
      ],
      strings: '<si><t>strict</t></si>',
      parts: {
        '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r" Type="${STRICT}/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${STRICT}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${STRICT}/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      },
    },
    rows: [[1, 'strict', '2026-04-03 14:30:00']],
  },
  {
    name: 'absolute targets, other names, upper case and a workbook in another folder',
    made: {
      sheets: [{ rows: '<row><c><v>1</v></c></row>' }],
      parts: {
        '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="/Book/Main.xml"/></Relationships>`,
        'xl/workbook.xml': null,
        'xl/_rels/workbook.xml.rels': null,
        'xl/worksheets/sheet1.xml': null,
        'Book/Main.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="7" r:id="x"/></sheets></workbook>`,
        'book/_rels/main.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Target="/book/../Sheets/./Sheet3.XML" Id="x" Type="${RELATIONS}/worksheet"/></Relationships>`,
        'Sheets/Sheet3.xml': `<worksheet xmlns="${MAIN}"><sheetData><row><c><v>3</v></c></row></sheetData></worksheet>`,
      },
    },
    rows: [[1, '3']],
  },
  {
    name: 'rich text, phonetic readings, empty and spaced texts',
    made: {
      sheets: [
        {
          rows: `<row>${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row><row><c t="inlineStr"><is><r><t>in</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><t>line</t></r></is></c></row>`,
        },
      ],
      strings:
        '<si><r><rPr><b/></rPr><t>Ra</t></r><r><t xml:space="preserve">vi </t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si/><si><t xml:space="preserve">  two  </t></si>',
    },
    rows: [
      [1, 'Ravi ', '東京', '', '', '  two  '],
      [2, 'inline'],
    ],
  },
  {
    name: 'entities, escapes, CDATA and comments inside of values',
    made: {
      sheets: [
        {
          rows: `<row>${inline('D&apos;Souza &amp; &lt;Co&gt; &#x1F600;')}${inline('a_x000D_\nb _x005F_x000D_')}${inline('<![CDATA[<b> & _x0041_]]> c<!-- not this --> d')}<c><v>1<!-- x -->2</v></c><c><v><![CDATA[7]]></v></c><c t="s"><v><![CDATA[0]]></v></c></row>`,
        },
      ],
      strings: '<si><t>say <![CDATA[&amp;]]><!-- no --> &amp; go</t></si>',
    },
    rows: [[1, "D'Souza & <Co> 😀", 'a\r\nb _x000D_', '<b> & A c d', '12', '7', 'say &amp; & go']],
  },
  {
    name: 'booleans, errors, dates and results of formulas',
    made: {
      formats: ['dd-mmm-yy'],
      sheets: [
        {
          rows: '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c><c t="d"><v>2026-04-03</v></c></row><row><c t="str"><f>A1&amp;"&lt;v>9&lt;/v>"</f><v>text &amp; more</v></c><c s="1"><f t="shared" si="0"/><v>46115</v></c><c t="str"><f>""</f><v></v></c><c><f>1/0</f></c><c t="n"><v> 12.50 </v></c></row>',
        },
      ],
    },
    rows: [
      [1, 'TRUE', 'FALSE', '#DIV/0!', '2026-04-03'],
      [2, 'text & more', '2026-04-03', null, null, '12.5'],
    ],
  },
  {
    name: 'phone numbers however the file writes them',
    made: {
      sheets: [
        {
          rows: '<row><c><v>919876543210</v></c><c><v>9.1987654321E11</v></c><c><v>9.1987654321e+011</v></c><c><v>919876543210.0</v></c><c><v>919876543210123456</v></c><c><v>9.19876543210123E+17</v></c></row>',
        },
      ],
    },
    rows: [
      [
        1,
        '919876543210',
        '919876543210',
        '919876543210',
        '919876543210',
        '9.19876543210124E+17',
        '9.19876543210123E+17',
      ],
    ],
  },
  {
    name: 'an archive without compression',
    made: { method: 'stored', sheets: [{ rows: `<row>${inline('stored')}</row>` }] },
    rows: [[1, 'stored']],
  },
  {
    name: 'no styles, no shared texts, no content types',
    made: {
      sheets: [{ rows: '<row><c s="4"><v>46115</v></c></row>' }],
      parts: { 'xl/styles.xml': null, '[Content_Types].xml': null, '_rels/.rels': null },
    },
    rows: [[1, '46115']],
  },
  {
    name: 'hidden rows without values, and a merged heading',
    made: {
      sheets: [
        {
          rows: `<row r="1" hidden="1"/><row r="2" hidden="true">${inline('a')}</row>`,
          after: '<mergeCells><mergeCell ref="A2:C2"/><mergeCell ref="A3:C3"/></mergeCells>',
        },
      ],
    },
    rows: [[2, 'a']],
  },
  {
    name: 'an empty sheet',
    made: { sheets: [{ rows: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` }] },
    rows: [],
  },
];

test.each(ODD)('$name', async ({ made, rows }) => {
  const book = await readBytes(folder, makeWorkbook(made));
  expect(book).toMatchObject({ ok: true });
  expect(table(book.ok ? book.value[0]?.rows : undefined)).toEqual(rows);
});

test('XML in UTF-16 is read', async () => {
  const sheet = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row>${inline('सुनीता 😀')}</row></sheetData></worksheet>`;
  const text = Buffer.from(sheet, 'utf16le');
  const parts = partsOf({ sheets: [{ rows: '' }] }).map((part) =>
    part.name === 'xl/worksheets/sheet1.xml' ? { ...part, pieces: [text] } : part,
  );
  const book = await readBytes(folder, zipOf(parts));
  expect(table(book.ok ? book.value[0]?.rows : undefined)).toEqual([[1, 'सुनीता 😀']]);
});

test('what is hidden is told', async () => {
  const book = await readBytes(
    folder,
    makeWorkbook({
      sheets: [
        { name: 'A &amp; B', rows: '' },
        { name: 'C', state: 'hidden', rows: '' },
        {
          name: 'D',
          state: 'veryHidden',
          before:
            '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/><col min="16384" max="99999" hidden="1"/></cols>',
          rows: `<row hidden="1">${inline('a')}</row><row>${inline('b')}</row><row hidden="0">${inline('c')}</row>`,
        },
      ],
    }),
  );
  expect(book.ok && book.value.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['A & B', 'visible'],
    ['C', 'hidden'],
    ['D', 'very-hidden'],
  ]);
  const totals = book.ok ? book.value[2]?.totals : undefined;
  expect(totals?.hiddenRowCount).toBe(1);
  expect(totals?.hiddenColumns.slice(0, 3)).toEqual([1, 2, 16_383]);
});

test('charts and macro sheets are no sheets', async () => {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const book = await readBytes(
    folder,
    makeWorkbook({
      sheets: [{ rows: '<row><c><v>1</v></c></row>' }],
      parts: {
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Chart" sheetId="1" r:id="c"/><sheet name="Leads" sheetId="2" r:id="l"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relation('c', 'chartsheet', 'chartsheets/sheet1.xml')}${relation('l', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
      },
    }),
  );
  expect(book.ok && book.value.map(({ name }) => name)).toEqual(['Leads']);
});
