import { MAX_SHEETS } from '../../../shared/sheet/workbook/limits.ts';
import { FileTrouble } from '../file-failure.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { OdsRows } from './ods-rows.ts';
import { scanPart, scanSmallPart } from './read-part.ts';
import { readRowsFrom } from './read-rows-from.ts';
import { damaged, tooLarge } from './trouble.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { NO_TOKEN, OPEN } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Opens an OpenDocument spreadsheet (.ods of LibreOffice and others). All its sheets are in one part, which is read once for
 * their names and once for each sheet that is asked for. SheetJS reads this format too, but turns booleans into numbers,
 * does not tell what is hidden and holds everything.
 *
 * @throws FileTrouble
 */
export async function openOds(file: SheetFile, entries: ReadonlyMap<string, ZipEntry>): Promise<Workbook> {
  const { fileName } = file;
  const content = entries.get('content.xml');
  if (content === undefined) {
    throw damaged(fileName);
  }
  await refuseEncrypted(file, entries);
  const sheets = await readSheetNames(file, content);
  return {
    sheets,
    readRows: (sheetIndex, takeRows, options = {}) => {
      const rows = new OdsRows(fileName, sheetIndex);
      return readRowsFrom(
        fileName,
        sheets,
        sheetIndex,
        takeRows,
        options,
        async (handOver) => {
          await scanPart(file, content, async (scanner, packedBytesRead) => {
            rows.read(scanner);
            await handOver.give(rows.take(), packedBytesRead, content.packedBytes);
          });
          if (!rows.isComplete) {
            throw damaged(fileName);
          }
        },
        () => rows.notes,
      );
    },
    close: () => undefined,
  };
}

async function refuseEncrypted(file: SheetFile, entries: ReadonlyMap<string, ZipEntry>): Promise<void> {
  const manifest = entries.get('meta-inf/manifest.xml');
  if (manifest === undefined) {
    return;
  }
  await scanSmallPart(file, manifest, (token, scanner) => {
    if (token === OPEN && scanner.nameText() === 'encryption-data') {
      throw new FileTrouble({ kind: 'workbook-encrypted', fileName: file.fileName });
    }
  });
}

async function readSheetNames(file: SheetFile, content: ZipEntry): Promise<readonly WorkbookSheet[]> {
  const sheets: WorkbookSheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  await scanPart(file, content, (scanner) => {
    for (let token = scanner.next(); token !== NO_TOKEN; token = scanner.next()) {
      if (token !== OPEN) {
        continue;
      }
      const name = scanner.nameText();
      if (name === 'style') {
        style = scanner.attribute('name') ?? '';
      } else if (name === 'table-properties' && scanner.attribute('display') === 'false') {
        hiddenStyles.add(style);
      } else if (name === 'table') {
        if (sheets.length === MAX_SHEETS) {
          throw tooLarge(file.fileName);
        }
        const isHidden = hiddenStyles.has(scanner.attribute('style-name') ?? '');
        sheets.push({
          name: scanner.attribute('name') ?? '',
          visibility: isHidden ? 'hidden' : 'visible',
        });
      }
    }
  });
  return sheets;
}
