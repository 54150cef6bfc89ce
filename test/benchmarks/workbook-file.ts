import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeZip, type ZipPart } from '../electron/reading/workbook/zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const HEADINGS =
  'Name,Mobile,Email,Status,Stars,Owner,City,Budget,Enquiry Date,Course,Discount,Remarks'.split(',');
const FIRST = ['Aarav', 'Priya', 'राहुल', 'Zoë', 'Imran', 'Lakshmi', 'Harpreet', 'सुनीता'];
const LAST = ['Sharma', 'Verma', 'Patel', 'Fernandes', 'कुमार', 'Iyer', 'Reddy', 'Khan'];
const STATUS = ['Fresh', 'Follow Up', 'Interested', 'Won', 'Lost'];
const OWNER = ['asha@acme.example', 'ravi@acme.example', 'team.lead@acme.example'];
const CITY = ['Pune', 'New Delhi', 'Surat', 'Bengaluru', 'Jaipur'];
const COURSE = ['MBA', 'BBA', 'B.Tech', 'MBA &amp; Weekend'];
const REMARKS = ['मुझे कॉल करें', 'Wants callback, after 6pm', 'line one\nline two', 'Said &quot;later&quot;'];

/**
 * Makes the benchmark's workbook of `rowCount` leads at `path` if it is not there, as Excel would save it: shared texts, phones
 * as numbers, dates, rupees and percent by format. About 90 bytes a row packed, 500 unpacked; always the same bytes.
 */
export function makeWorkbookFile(
  path: string,
  rowCount: number,
): { readonly path: string; readonly sizeBytes: number } {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(`${path}.part`, 'w');
    writeZip(parts(rowCount), (bytes) => writeSync(file, bytes));
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  return { path, sizeBytes: statSync(path).size };
}

/** Texts that are the same in many rows come first among the shared ones; names and addresses follow, two for each row. */
const COMMON = [...HEADINGS, ...STATUS, ...OWNER, ...CITY, ...COURSE, ...REMARKS];

function parts(rowCount: number): readonly ZipPart[] {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return [
    part('[Content_Types].xml', [
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    ]),
    part('_rels/.rels', [
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ]),
    part('xl/workbook.xml', [
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ]),
    part('xl/_rels/workbook.xml.rels', [
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ]),
    part('xl/styles.xml', [
      `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd-mmm-yy"/><numFmt numFmtId="165" formatCode="&quot;₹&quot;#,##0"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ]),
    part('xl/worksheets/sheet1.xml', sheet(rowCount)),
    part('xl/sharedStrings.xml', sharedStrings(rowCount)),
  ];
}

function part(name: string, pieces: Iterable<string>): ZipPart {
  return { name, pieces };
}

function* sharedStrings(rowCount: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}">${COMMON.map(item).join('')}`;
  let text = '';
  for (let index = 0; index < rowCount; index++) {
    text +=
      item(`${pick(FIRST, index)} ${pick(LAST, index >> 3)} ${index}`) + item(`lead.${index}@example.org`);
    if (text.length > PIECE) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sst>`;
}

function item(text: string): string {
  return `<si><t>${text}</t></si>`;
}

function* sheet(rowCount: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1:L${rowCount + 1}"/><sheetData>`;
  let text = `<row r="1">${HEADINGS.map((_heading, index) => shared(column(index), 1, index)).join('')}</row>`;
  for (let index = 0; index < rowCount; index++) {
    text += row(index);
    if (text.length > PIECE) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

const PIECE = 1_000_000;

function row(index: number): string {
  const number = index + 2;
  const at = scatter(index);
  const cells = [
    shared('A', number, COMMON.length + index * 2),
    `<c r="B${number}"><v>${917_000_000_000 + at}</v></c>`,
    shared('C', number, COMMON.length + index * 2 + 1),
    shared('D', number, COMMON.indexOf(pick(STATUS, at))),
    `<c r="E${number}"><v>${1 + (at % 5)}</v></c>`,
    shared('F', number, COMMON.indexOf(pick(OWNER, at))),
    shared('G', number, COMMON.indexOf(pick(CITY, Math.floor(at / 4)))),
    `<c r="H${number}" s="2"><v>${(at % 200) * 5000}</v></c>`,
    `<c r="I${number}" s="1"><v>${45_658 + (at % 700)}</v></c>`,
    shared('J', number, COMMON.indexOf(pick(COURSE, Math.floor(at / 16)))),
    `<c r="K${number}" s="3"><v>${(at % 20) / 20}</v></c>`,
    shared('L', number, COMMON.indexOf(pick(REMARKS, Math.floor(at / 64)))),
  ];
  return `<row r="${number}" spans="1:12" x14ac:dyDescent="0.25">${cells.join('')}</row>`;
}

function shared(letter: string, number: number, index: number): string {
  return `<c r="${letter}${number}" t="s"><v>${index}</v></c>`;
}

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Different numbers below three billion in no order that packs well. */
function scatter(index: number): number {
  return (index * 2_654_435_761) % 2_999_999_999;
}

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value;
}
