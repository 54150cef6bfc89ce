import { zipOf, type ZipPart } from './zip-writer.ts';

/** A sheet of a workbook made by hand. */
export type MadeSheet = {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands between `<sheetData>` and its end; or, from `<?xml` or `<worksheet` on, the whole part. */
  readonly rows: string;
  /** What stands before the rows, such as `<cols>`. */
  readonly before?: string;
  /** What stands behind the rows, such as `<mergeCells>`. */
  readonly after?: string;
};

/** What else is in the workbook. */
export type MadeWorkbook = {
  readonly sheets?: readonly MadeSheet[];
  /** The inside of `<sst>`, or from `<?xml` or `<sst` on the whole part; absent without shared texts. */
  readonly strings?: string;
  /** Number formats of the cell styles 1, 2, 3 and so on; style 0 is General. */
  readonly formats?: readonly string[];
  readonly isFrom1904?: boolean;
  /** Parts to add or to replace, by name; `null` leaves one out. */
  readonly parts?: Readonly<Record<string, string | null>>;
  readonly method?: 'stored' | 'deflated';
};

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The bytes of a workbook as Excel would write it, but for what is asked to be odd. */
export function makeWorkbook(made: MadeWorkbook): Buffer {
  return zipOf(partsOf(made));
}

/** The parts of such a workbook. */
export function partsOf(made: MadeWorkbook): readonly ZipPart[] {
  const { sheets = [{ rows: '' }], method = 'deflated', parts = {} } = made;
  const contents: Record<string, string | null> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, made.isFrom1904 === true),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_sheet, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(made.formats ?? []),
    'xl/sharedStrings.xml': made.strings === undefined ? null : wrapped(made.strings, 'sst'),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
    ),
    ...parts,
  };
  return Object.entries(contents).flatMap(([name, content]) =>
    content === null ? [] : [{ name, pieces: [content], method }],
  );
}

function wrapped(content: string, element: string): string {
  return /^\s*<(?:\?xml|sst|!)/u.test(content)
    ? content
    : `<${element} xmlns="${MAIN}">${content}</${element}>`;
}

function sheetXml({ rows, before = '', after = '' }: MadeSheet): string {
  return /^\s*<(?:\?xml|worksheet|\w+:worksheet|!DOCTYPE)/u.test(rows)
    ? rows
    : `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

function workbookXml(sheets: readonly MadeSheet[], isFrom1904: boolean): string {
  const list = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const properties = isFrom1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${list.join('')}</sheets></workbook>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
}

function stylesXml(formats: readonly string[]): string {
  const list = formats.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = formats.map((_code, index) => `<xf numFmtId="${200 + index}" applyNumberFormat="1"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${list.length}">${list.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function contentTypes(sheetCount: number): string {
  const base = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = Array.from(
    { length: sheetCount },
    (_unused, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${base}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${base}.sheet.main+xml"/>${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${base}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${base}.sharedStrings+xml"/></Types>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
