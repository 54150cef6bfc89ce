/** Rows of a sheet in every spreadsheet program since 2007. A file that counts further is made to do harm. */
export const MAX_ROW_NUMBER = 1_048_576;

/** Sheets of a workbook. Excel is limited by memory alone; people do not have hundreds. */
export const MAX_SHEETS = 2_000;
