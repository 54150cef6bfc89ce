import { MAX_SHEETS } from '../../../shared/sheet/workbook/limits.ts';
import type { DateSystem } from '../../../shared/sheet/workbook/serial-moment.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { scanSmallPart } from './read-part.ts';
import type { Relationship } from './relationships.ts';
import { damaged, tooLarge } from './trouble.ts';
import type { SheetVisibility, WorkbookSheet } from './workbook.ts';
import { CLOSE, TEXT } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A sheet and where it is kept. */
export type SheetPart = WorkbookSheet & { readonly entry: ZipEntry };

/** What the workbook's own part says. */
export type WorkbookPart = { readonly sheets: readonly SheetPart[]; readonly dateSystem: DateSystem };

/** Reads the list of sheets and from which year its days are counted. @throws FileTrouble */
export async function readWorkbookPart(
  file: SheetFile,
  entries: ReadonlyMap<string, ZipEntry>,
  entry: ZipEntry,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<WorkbookPart> {
  const sheets: SheetPart[] = [];
  let dateSystem: DateSystem = 1900;
  let isInSheets = false;
  await scanSmallPart(file, entry, (token, scanner) => {
    if (token === TEXT) {
      return;
    }
    const name = scanner.nameText();
    if (name === 'sheets') {
      isInSheets = token !== CLOSE && !scanner.isEmpty;
    } else if (token === CLOSE) {
      return;
    } else if (name === 'workbookPr') {
      // Excel writes extensions of the same name further down, which say nothing of days.
      const from1904 = scanner.attribute('date1904');
      if (from1904 !== null) {
        dateSystem = /^(?:1|true|on)$/u.test(from1904) ? 1904 : 1900;
      }
    } else if (name === 'sheet' && isInSheets) {
      const part = relationships.get(scanner.attribute('id') ?? '');
      if (part !== undefined && part.type !== 'worksheet') {
        return;
      }
      const sheetEntry = entries.get(part?.target ?? '');
      if (sheetEntry === undefined) {
        throw damaged(file.fileName);
      }
      if (sheets.length === MAX_SHEETS) {
        throw tooLarge(file.fileName);
      }
      sheets.push({
        name: scanner.attribute('name') ?? '',
        visibility: VISIBILITY[scanner.attribute('state') ?? ''] ?? 'visible',
        entry: sheetEntry,
      });
    }
  });
  return { sheets, dateSystem };
}

const VISIBILITY: Readonly<Record<string, SheetVisibility>> = {
  hidden: 'hidden',
  veryHidden: 'very-hidden',
};
