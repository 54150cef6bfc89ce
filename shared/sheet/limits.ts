/**
 * The most cells that one row may have. Excel's own limit is 16,384; beyond this a file is almost never a table, and a
 * million cells in one line would only fill the memory.
 */
export const MAX_CELLS_PER_ROW = 20_000;

/**
 * The most characters of one record (a row with all its quoted line breaks). A quotation mark that is never closed makes
 * the rest of the file one record, and looking for its end again with each chunk takes quadratic time: 32 MB took ten
 * seconds, 100 MB would take minutes. No well-formed file that was measured came near a thousandth of this.
 */
export const MAX_RECORD_CHARACTERS = 1_000_000;

/** The most characters of a heading that are kept: more would not fit into a saved mapping. */
export const MAX_HEADING_CHARACTERS = 10_000;

/** Data rows that a first look at a sheet keeps, for the Match screen and for suggestions. */
export const FIRST_ROWS = 300;

/** Rows further down than this are never taken for headings, and the contract with the window allows none. */
export const MAX_HEADER_ROW_NUMBER = 1000;
