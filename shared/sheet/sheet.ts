/**
 * One cell as read: its text exactly as the file holds it (a CSV cell is never guessed to be a number; how a number of a
 * workbook becomes text says `workbook/cell-text.ts`), or `null` where the row ended before this column or a workbook has no
 * such cell. An empty string is a cell that is there and holds nothing.
 */
export type Cell = string | null;

/** What stands behind the text of a workbook's cell. */
export type CellOrigin = {
  /** The value that the file holds: a number, or an ISO date as text. */
  readonly raw: number | string;
  /** The cell's number format, such as `dd-mmm-yy`. */
  readonly format: string;
  /** What the spreadsheet program shows: `03-Apr-26`, `₹2,22,000`. */
  readonly shown: string;
};

/** One row of a sheet. */
export type SheetRow = {
  /** 1-based, as the spreadsheet program shows it: title lines, the heading row and blank rows all count. */
  readonly rowNumber: number;
  /** As many cells as the row has; missing ones at the end are absent from the array. */
  readonly cells: readonly Cell[];
  /** By column index, only where a workbook's cell shows or holds something else than its text says; mostly absent. */
  readonly origins?: Readonly<Record<number, CellOrigin>>;
};

/** The encodings that text files are read in, the usual ones first. Names as iconv-lite knows them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'ibm437',
  'ibm850',
  'macintosh',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'ibm852',
  'windows-1257',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'windows-1256',
  'windows-1255',
  'windows-874',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The characters that may part the cells of a text file. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One column of a sheet, named by its heading. */
export type Column = {
  /** 0-based position in the row. */
  readonly index: number;
  /** The heading as the file has it, outer blanks trimmed; empty where the file has none. */
  readonly heading: string;
};

/** How a file is to be read. Every part was found by looking at the file and can be changed by the user. */
export type Reading = TextReading | WorkbookReading;

/** Of a text file, which holds one table only and does not say how it is written. */
export type TextReading = AnyReading & {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly sheetName?: never;
};

/** Of a workbook, which says itself how its letters are written and where its cells end. */
export type WorkbookReading = AnyReading & {
  /** The sheet that is read, by its name. */
  readonly sheetName: string;
  readonly encoding?: never;
  readonly delimiter?: never;
};

type AnyReading = {
  /** 1-based row number of the headings; `null` when the sheet has none and its first row is data. */
  readonly headerRowNumber: number | null;
};

/** One sheet of a workbook, as far as choosing it goes. */
export type SheetOverview = {
  readonly name: string;
  /** `very-hidden` sheets do not even stand in Excel's list of hidden ones. */
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Whether it holds rows to import. */
  readonly hasData: boolean;
  /** Where its headings were found; see `Reading`. */
  readonly headerRowNumber: number | null;
};

/** What is known of a sheet after a first look at its beginning. */
export type SheetFacts = {
  /** Bare file name without folders. */
  readonly fileName: string;
  /** Name of the table inside the file. A text file holds one, called like the file without its extension. */
  readonly sheetName: string;
  readonly sizeBytes: number;
  /** When the file was last saved, as its system says: milliseconds since 1970. Absent in imports of earlier versions. */
  readonly modifiedAtMs?: number;
  /** True when another program has the file open, as far as it shows: it is then read as it was last saved there. */
  readonly isOpenElsewhere?: boolean;
  readonly reading: Reading;
  readonly columns: readonly Column[];
  /** Data rows from the beginning of the sheet, at most a few hundred, blank rows and copies of the headings left out. */
  readonly firstRows: readonly SheetRow[];
  /** True when `firstRows` holds every data row of the sheet. */
  readonly isWhole: boolean;
  /** Every sheet of a workbook, in the order of its tabs; absent for a text file. */
  readonly sheets?: readonly SheetOverview[];
  /** Columns of a workbook's sheet that the spreadsheet program does not show. They are read like the others and told. */
  readonly hiddenColumnCount?: number;
  /** What stands above the headings. Absent where nothing does, and in imports of earlier versions. */
  readonly rowsAbove?: RowsAbove;
};

/** Filled rows above the headings. They are not sent. */
export type RowsAbove = {
  readonly rowCount: number;
  /** Whether they may be more than a title: one holds a phone number or an e-mail address, or is as full as the others. */
  readonly mayBeData: boolean;
  /** Those right above the headings, at most a few, in the order of the sheet. */
  readonly nearest: readonly SheetRow[];
};

/** What is known of a sheet once it was read to its end. */
export type SheetTotals = {
  /** Data rows: neither blank ones nor copies of the headings. */
  readonly rowCount: number;
  /** Rows below the heading in which every cell is empty. They are skipped and told. */
  readonly blankRowCount: number;
  /** Rows that hold more cells than there are headings; their surplus cells are kept but cannot be matched. */
  readonly longRowCount: number;
  /** Rows that say the headings once more. They are skipped and told. Absent where there are none. */
  readonly headingAgainCount?: number;
  /** Rows of a workbook's sheet that the spreadsheet program does not show (filters hide some). They are read and told. */
  readonly hiddenRowCount?: number;
};
