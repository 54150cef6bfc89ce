import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeWorkbook, MAIN, RELATIONS, type MadeWorkbook } from './make-workbook.ts';
import { readWorkbook, table } from './read-workbook.ts';
import { disagreements, ourTestimony, WITNESSES } from './witnesses.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shapes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const NAMES = `xmlns="${MAIN}" xmlns:r="${RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"`;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What Excel for Windows and Mac writes around and into its cells. `extension` stands at the end of the workbook part. */
function asExcel(from1904: '' | ' date1904="1"', extension: string): MadeWorkbook {
  return {
    formats: ['dd\\-mmm\\-yy'],
    strings: `${DECLARATION}\r\n<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><t>Name</t></si><si><t>Called on</t><phoneticPr fontId="1" type="noConversion"/></si><si><r><t>Asha</t></r><r><rPr><b/><sz val="11"/><color theme="1"/><rFont val="Calibri"/><family val="2"/></rPr><t xml:space="preserve"> Iyer</t></r></si><si><t xml:space="preserve">line one_x000D_
line two</t></si></sst>`,
    sheets: [
      {
        rows: `${DECLARATION}\r\n<worksheet ${NAMES} mc:Ignorable="x14ac"><sheetPr codeName="Sheet1"/><dimension ref="A1:E3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="20.7109375" customWidth="1"/></cols><sheetData><row r="1" spans="1:5" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" spans="1:5" ht="30" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>41763</v></c><c r="C2"><f t="shared" ref="C2:C3" si="0">B2*2</f><v>83526</v></c><c r="D2" t="str"><f>A2&amp;"!"</f><v>Asha Iyer!</v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="3" spans="1:5" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>3</v></c><c r="B3" s="1"/><c r="C3"><f t="shared" si="0"/><v>0</v></c><c r="D3" t="b"><v>1</v></c><c r="E3"><v>9.1987650123400003E+11</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst></worksheet>`,
      },
    ],
    parts: {
      'xl/workbook.xml': `${DECLARATION}\r\n<workbook ${NAMES}><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr${from1904} defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Leads\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12210"/></bookViews><sheets><sheet name="May" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">May!$A$1:$E$3</definedName></definedNames><calcPr calcId="181029"/>${extension}</workbook>`,
    },
  };
}

const MAC_EXTENSION =
  '<extLst><ext uri="{79F54976-1DA5-4618-B147-4CDE4B953A38}"><x14:workbookPr defaultImageDpi="32767"/></ext></extLst>';

/** What Google Sheets writes: no properties of the document, every row as high as the next, styled blanks to the end. */
const AS_GOOGLE_SHEETS: MadeWorkbook = {
  formats: ['d/m/yyyy', '"₹"#,##0.00'],
  strings: `${DECLARATION}<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>Name</t></si><si><t>Phone</t></si><si><t>सुनीता &amp; Co</t></si></sst>`,
  sheets: [
    {
      rows: `${DECLARATION}<worksheet ${NAMES}><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData><row r="1"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="0" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="0" t="s"><v>2</v></c><c r="B2" s="0"><v>9.876501234E9</v></c><c r="C2" s="1"><v>46115.0</v></c><c r="D2" s="2"><v>222000.0</v></c><c r="E2" t="b"><v>0</v></c><c r="F2" t="str"><f t="shared" ref="F2" si="1">A2</f><v>सुनीता &amp; Co</v></c></row>${[3, 4, 5].map((row) => `<row r="${row}" ht="15.75" customHeight="1"><c r="A${row}" s="0"/><c r="C${row}" s="1"/></row>`).join('')}</sheetData><drawing r:id="rId1"/></worksheet>`,
    },
  ],
  parts: {
    'xl/workbook.xml': `${DECLARATION}<workbook ${NAMES}><workbookPr/><sheets><sheet state="visible" name="Form responses 1" sheetId="1" r:id="rId1"/><sheet state="hidden" name="Lists" sheetId="2" r:id="rId1"/></sheets><definedNames/><calcPr/></workbook>`,
  },
};

const EXCEL_ROWS = (day: string) => [
  [1, 'Name', 'Called on'],
  [2, 'Asha Iyer', day, '83526', 'Asha Iyer!', '#DIV/0!'],
  [3, 'line one\r\nline two', null, '0', 'TRUE', '919876501234'],
];

const SHAPES = [
  { name: 'excel', made: asExcel('', ''), rows: EXCEL_ROWS('2014-05-04') },
  { name: 'excel-mac', made: asExcel('', MAC_EXTENSION), rows: EXCEL_ROWS('2014-05-04') },
  { name: 'excel-1904', made: asExcel(' date1904="1"', ''), rows: EXCEL_ROWS('2018-05-05') },
  { name: 'excel-mac-1904', made: asExcel(' date1904="1"', MAC_EXTENSION), rows: EXCEL_ROWS('2018-05-05') },
  {
    name: 'google-sheets',
    made: AS_GOOGLE_SHEETS,
    rows: [
      [1, 'Name', 'Phone'],
      [2, 'सुनीता & Co', '9876501234', '2026-04-03', '222000', 'FALSE', 'सुनीता & Co'],
    ],
  },
  {
    name: 'a-number-beside-the-text',
    made: {
      sheets: [
        {
          rows: '<row r="1"><c r="A1" t="inlineStr"><v>1.0</v><is><r><t xml:space="preserve">1.</t></r></is></c><c r="B1" t="inlineStr"><v>7</v><is><t>seven</t></is></c></row>',
        },
      ],
    },
    rows: [[1, '1.', 'seven']],
  },
] as const;

test.each(SHAPES)('a workbook in the shape of $name is read row for row', async ({ name, made, rows }) => {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, makeWorkbook(made));
  const book = await readWorkbook(file);
  expect(table(book.ok ? book.value[0]?.rows : [])).toEqual(rows);
});

test.each(SHAPES)('SheetJS reads the same cells in the shape of $name', async ({ name, made }) => {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, makeWorkbook(made));
  const book = await readWorkbook(file);
  const theirs = await WITNESSES.SheetJS(file);
  expect(disagreements(ourTestimony(book.ok ? book.value : []), theirs)).toEqual([]);
});
