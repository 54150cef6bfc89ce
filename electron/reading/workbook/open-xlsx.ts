import { numberText, type NumberText } from '../../../shared/sheet/workbook/cell-text.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import type { HandOver } from './hand-over.ts';
import { scanPart } from './read-part.ts';
import { readRowsFrom } from './read-rows-from.ts';
import { readStyles } from './read-styles.ts';
import { readRelationships } from './relationships.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import type { CellContext } from './sheet-cell.ts';
import { SheetRows } from './sheet-rows.ts';
import { damaged, rowTooLong } from './trouble.ts';
import type { SheetNotes, Workbook } from './workbook.ts';
import { readWorkbookPart, type SheetPart } from './read-workbook-part.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Opens a workbook of Excel 2007 or later (.xlsx, .xlsm, .xltx): the list of sheets at once, styles and shared texts when the
 * first sheet is read. Memory holds the texts that cells share and one piece of a sheet, however long the sheet is.
 *
 * @param entries The archive's directory.
 * @throws FileTrouble
 */
export async function openXlsx(file: SheetFile, entries: ReadonlyMap<string, ZipEntry>): Promise<Workbook> {
  const packageParts = [...(await readRelationships(file, entries, '')).values()];
  const part = packageParts.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = entries.get(part);
  if (entry === undefined) {
    throw damaged(file.fileName);
  }
  const relationships = await readRelationships(file, entries, part);
  const { sheets, dateSystem } = await readWorkbookPart(file, entries, entry, relationships);
  let context: Promise<CellContext> | null = null;

  async function readContext(): Promise<CellContext> {
    const targets = [...relationships.values()];
    const partOf = (type: string): ZipEntry | undefined =>
      entries.get(targets.find((one) => one.type === type)?.target ?? '');
    const styles = partOf('styles');
    const strings = partOf('sharedStrings');
    const formats = styles === undefined ? [] : await readStyles(file, styles);
    const texts = new Map<string, NumberText>();
    const textOf = (code: string): NumberText => {
      const text = texts.get(code) ?? numberText(code, dateSystem);
      texts.set(code, text);
      return text;
    };
    return {
      fileName: file.fileName,
      strings:
        strings === undefined ? new SharedStrings(file.fileName) : await readSharedStrings(file, strings),
      numberTexts: formats.map(textOf),
      plainNumberText: textOf('General'),
    };
  }

  return {
    sheets: sheets.map(({ name, visibility }) => ({ name, visibility })),
    readRows: async (sheetIndex, takeRows, options = {}) => {
      let rows: SheetRows | null = null;
      const read = async (handOver: HandOver): Promise<void> => {
        context ??= readContext();
        rows = new SheetRows(await context);
        await readSheetRows(file, sheets[sheetIndex], rows, handOver);
      };
      return await readRowsFrom(
        file.fileName,
        sheets,
        sheetIndex,
        takeRows,
        options,
        read,
        () => rows?.notes ?? NOTHING,
      );
    },
    close: () => undefined,
  };
}

const NOTHING: SheetNotes = { hiddenRowCount: 0, hiddenColumns: [], mergedCount: 0 };

/** @throws FileTrouble, ReadingEnded */
async function readSheetRows(
  file: SheetFile,
  sheet: SheetPart | undefined,
  rows: SheetRows,
  handOver: HandOver,
): Promise<void> {
  if (sheet === undefined) {
    return;
  }
  const { entry } = sheet;
  await scanPart(
    file,
    entry,
    async (scanner, packedBytesRead) => {
      rows.read(scanner);
      await handOver.give(rows.take(), packedBytesRead, entry.packedBytes);
    },
    () => {
      const rowNumber = rows.openTextRowNumber;
      return rowNumber === null ? damaged(file.fileName) : rowTooLong(file.fileName, rowNumber);
    },
  );
  if (!rows.isComplete) {
    throw damaged(file.fileName);
  }
}
