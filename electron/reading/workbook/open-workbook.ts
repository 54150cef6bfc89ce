import { closeSync } from 'node:fs';
import type { FileFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { sniffFormat } from '../../../shared/sheet/sniff-format.ts';
import { FileTrouble } from '../file-failure.ts';
import { openSheetFile, type SheetFile } from '../open-sheet-file.ts';
import { openLegacy } from './open-legacy.ts';
import { openOds } from './open-ods.ts';
import { openXlsx } from './open-xlsx.ts';
import type { Workbook } from './workbook.ts';
import { readAt, readZipDirectory } from './zip-directory.ts';

/**
 * Opens a workbook for reading, whatever its name says: .xlsx, .xlsm and .ods by our own streaming readers, .xls, .xlsb, XML
 * spreadsheets, web pages (which portals name `.xls`) and web archives by SheetJS, which holds them whole. The spreadsheet program may
 * have the file open too.
 *
 * @returns The workbook, which must be closed; or why it cannot be read: the troubles of opening a file, `workbook-encrypted`,
 *   `workbook-damaged`, `workbook-too-large`, `format-not-read` for what is no workbook.
 */
export async function openWorkbook(path: string): Promise<Result<Workbook, FileFailure>> {
  let file: SheetFile | null = null;
  try {
    file = openSheetFile(path);
    const { descriptor } = file;
    const workbook = await openByContent(file);
    let isOpen = true;
    file = null;
    return success({
      ...workbook,
      close: () => {
        workbook.close();
        if (isOpen) {
          closeSync(descriptor);
        }
        isOpen = false;
      },
    });
  } catch (error) {
    if (error instanceof FileTrouble) {
      return failed(error.failure);
    }
    throw error;
  } finally {
    if (file !== null) {
      closeSync(file.descriptor);
    }
  }
}

/** By these bytes formats are told apart; archives are by their directories. */
const HEAD_BYTES = 64 * 1024;

async function openByContent(file: SheetFile): Promise<Workbook> {
  const { fileName } = file;
  const head = readAt(file, 0, Math.min(HEAD_BYTES, file.sizeBytes));
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const entries = readZipDirectory(file);
    if (entries.has('xl/workbook.bin')) {
      return await openLegacy(file, { kind: 'archive', entries });
    }
    if (entries.has('content.xml') && !entries.has('[content_types].xml')) {
      return await openOds(file, entries);
    }
    const other = otherFormat([...entries.keys()]);
    if (other !== null) {
      throw new FileTrouble({ kind: 'format-not-read', fileName, format: other });
    }
    return await openXlsx(file, entries);
  }
  const format = sniffFormat(head);
  if (format.kind === 'workbook') {
    return await openLegacy(file, { kind: head[0] === 0xd0 ? 'ole' : 'markup' });
  }
  if (format.kind === 'document' && format.format === 'web page') {
    return await openLegacy(file, { kind: 'markup' });
  }
  if (format.kind === 'document' && format.format === 'web archive') {
    return await openLegacy(file, { kind: 'web-archive' });
  }
  throw new FileTrouble(
    format.kind === 'document'
      ? { kind: 'format-not-read', fileName, format: format.format }
      : { kind: 'file-not-text', fileName },
  );
}

/** What an archive without a workbook is called, or `null` when it may be a workbook of Excel. */
function otherFormat(names: readonly string[]): string | null {
  if (names.some((name) => name.startsWith('word/'))) {
    return 'Word document';
  }
  if (names.some((name) => name.startsWith('ppt/'))) {
    return 'PowerPoint presentation';
  }
  if (names.some((name) => name.endsWith('.iwa'))) {
    return 'Numbers spreadsheet';
  }
  const isPackage = names.includes('[content_types].xml') || names.includes('xl/workbook.xml');
  return isPackage ? null : 'ZIP archive';
}
