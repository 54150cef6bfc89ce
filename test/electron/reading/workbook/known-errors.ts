import type { WitnessName } from './witnesses.ts';

/**
 * Where a library reads one of our fixtures otherwise than we do, and why it is the library that errs. Looked at one by one: a
 * disagreement that does not stand here fails the test, and so does one that stands here and is gone.
 */
export type KnownError = {
  readonly witness: WitnessName;
  readonly file: string;
  readonly why: string;
} & (
  | {
      /** What it says, by sheet and place: `May!J4`. An empty text is no cell at all. */
      readonly says: Readonly<Record<string, string>>;
      /** How it calls sheets whose names it gets wrong, by their names. */
      readonly calls?: Readonly<Record<string, string>>;
    }
  | {
      /** It does not read the file. */
      readonly refuses: true;
    }
);

const AS_DAYS = 'hours beyond 24 are made a day of 1900';
const BEFORE_1900 = 'a day before 1900 is made a time';
const NO_ERRORS = 'cells with an error are left out';
const ISO_DURATIONS = 'times are handed on in the notation of the file';

export const KNOWN_ERRORS: readonly KnownError[] = [
  {
    witness: 'SheetJS',
    file: 'many-traps.xlsx',
    why: `${AS_DAYS}; ${BEFORE_1900}`,
    says: { 'May!J4': '1900-01-01 12:00:00', 'May!D6': '00:00', 'May!J6': '1900-02-09' },
  },
  {
    witness: 'hucre',
    file: 'many-traps.xlsx',
    why: `${AS_DAYS}; ${BEFORE_1900}`,
    says: { 'May!J4': '1900-01-01 12:00:00', 'May!D6': '00:00', 'May!J6': '1900-02-09' },
  },
  {
    witness: 'read-excel-file',
    file: 'many-traps.xlsx',
    why: `${AS_DAYS}; ${BEFORE_1900}; ${NO_ERRORS}`,
    says: { 'May!J4': '12:00', 'May!D6': '00:00', 'May!J6': '1900-02-08', 'May!L6': '' },
  },
  {
    witness: 'read-excel-file',
    file: 'days-from-1904.xlsx',
    why: 'days are counted from 1900 whatever the workbook says',
    says: { 'Leads!C2': '2022-04-02', 'Leads!C3': '00:00' },
  },
  {
    witness: 'read-excel-file',
    file: 'results-of-formulas.xlsx',
    why: NO_ERRORS,
    says: { 'Leads!I2': '', 'Leads!J2': '' },
  },
  {
    witness: 'SheetJS',
    file: 'many-traps.ods',
    why: `${AS_DAYS}; ${BEFORE_1900}; a cell that says "boolean" becomes a number`,
    says: {
      'May!I4': '1',
      'May!J4': '1900-01-01 12:00:00',
      'May!I5': '0',
      'May!D6': '00:00',
      'May!J6': '1900-02-09',
    },
  },
  {
    witness: 'hucre',
    file: 'many-traps.ods',
    why: `${ISO_DURATIONS}; ${BEFORE_1900}; a cell that says "boolean" becomes a number`,
    says: {
      'May!F4': 'PT18H00M00S',
      'May!I4': '1',
      'May!J4': 'PT36H00M00S',
      'May!F5': 'PT10H30M00S',
      'May!I5': '0',
      'May!J5': 'PT06H00M00S',
      'May!D6': '00:00',
      'May!F6': 'PT00H00M00S',
      'May!J6': 'PT960H00M00S',
    },
  },
  {
    witness: 'SheetJS',
    file: 'letters-of-many-scripts.ods',
    why: 'it takes escapes of Excel for such in an OpenDocument file, and leaves those of XML in names of sheets',
    calls: { 'नाम & <सूची>': 'नाम &amp; &lt;सूची&gt;' },
    says: { 'नाम & <सूची>!A6': '\r literal', 'नाम & <सूची>!C6': 'aAb' },
  },
  {
    witness: 'hucre',
    file: 'dates-in-many-formats.ods',
    why: ISO_DURATIONS,
    says: {
      'Dates!J2': 'PT09H30M00S',
      'Dates!K2': 'PT23H59M59S',
      'Dates!J3': 'PT00H00M00S',
      'Dates!K3': 'PT12H00M01S',
      'Dates!J4': 'PT12H15M00S',
      'Dates!K4': 'PT00H00M30S',
    },
  },
  {
    witness: 'hucre',
    file: 'results-of-formulas.xls',
    why: 'results that are texts are lost in the first row of formulas',
    says: { 'Leads!C2': '', 'Leads!H2': '' },
  },
  {
    witness: 'hucre',
    file: 'many-traps.xls',
    why: 'it stops at one of the sheets',
    refuses: true,
  },
  { witness: 'hucre', file: 'merged-titles-and-cells.xls', why: 'it stops at merged cells', refuses: true },
  { witness: 'hucre', file: 'rows-far-apart.xls', why: 'it stops at rows far apart', refuses: true },
  {
    witness: 'hucre',
    file: 'xml-spreadsheet-named.xls',
    why: 'it does not know SpreadsheetML',
    refuses: true,
  },
];
