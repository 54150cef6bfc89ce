import { numberText, type NumberText } from '../../../shared/sheet/workbook/cell-text.ts';
import { FileTrouble } from '../file-failure.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { failed, success } from '../../../shared/result.ts';
import { HandOver, ReadingEnded } from './hand-over.ts';
import { scanPart } from './read-part.ts';
import { readStyles } from './read-styles.ts';
import { readRelationships } from './relationships.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { SheetRows, type CellContext } from './sheet-rows.ts';
import { damaged } from './trouble.ts';
import type { Workbook } from './workbook.ts';
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
      const { fileName } = file;
      const sheet = sheets[sheetIndex];
      if (sheet === undefined) {
        return failed({ kind: 'sheet-not-there', fileName, sheetName: String(sheetIndex + 1) });
      }
      const handOver = new HandOver(takeRows, options);
      try {
        context ??= readContext();
        const rows = new SheetRows(await context);
        const isWhole = await readSheetRows(file, sheet, rows, handOver);
        options.onProgress?.(sheet.entry.packedBytes, sheet.entry.packedBytes);
        return success({ ...rows.notes, rowCount: handOver.rowCount, isWhole });
      } catch (error) {
        if (error instanceof ReadingEnded) {
          return failed({ kind: 'cancelled' });
        }
        if (error instanceof FileTrouble) {
          return failed(error.failure);
        }
        throw error;
      }
    },
    close: () => undefined,
  };
}

/** @returns Whether it was read to its end. @throws FileTrouble, ReadingEnded when cancelled */
async function readSheetRows(
  file: SheetFile,
  { entry }: SheetPart,
  rows: SheetRows,
  handOver: HandOver,
): Promise<boolean> {
  try {
    await scanPart(file, entry, async (scanner, packedBytesRead) => {
      rows.read(scanner);
      await handOver.give(rows.take(), packedBytesRead, entry.packedBytes);
    });
  } catch (error) {
    if (error instanceof ReadingEnded && error.reason === 'enough') {
      return false;
    }
    throw error;
  }
  if (!rows.isComplete) {
    throw damaged(file.fileName);
  }
  await handOver.flush();
  return true;
}
