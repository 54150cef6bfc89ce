/** Headings and words inside a saved report. */
export const reportFile = {
  row: 'Row in the file',
  fate: 'What became of it',
  problem: 'Problem',
  todo: 'What to do',
  answer: 'Telecrm’s words',
  sheetName: 'Report',
} as const;
