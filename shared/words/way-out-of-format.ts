/** How people come from another kind of file to a spreadsheet; a sentence for each stands in the catalogue. */
export type WayOut = 'archive' | 'document' | 'picture' | 'contacts' | 'numbers' | 'excel' | 'other';

/** What to do with a format that is not read, by the name that `sniffFormat` gives it. */
export function wayOutOf(format: string): WayOut {
  return WAYS_OUT.get(format) ?? 'other';
}

const WAYS_OUT: ReadonlyMap<string, WayOut> = new Map([
  ['ZIP archive', 'archive'],
  ['compressed file', 'archive'],
  ['Word document', 'document'],
  ['RTF document', 'document'],
  ['OpenDocument file', 'document'],
  ['PowerPoint presentation', 'document'],
  ['PDF document', 'picture'],
  ['picture', 'picture'],
  ['contact file (vCard)', 'contacts'],
  ['Numbers spreadsheet', 'numbers'],
  ['web archive', 'excel'],
  ['Excel workbook', 'excel'],
]);
