import { closeSync, existsSync, fstatSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileFailure } from '../../shared/failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import { attempt, FileTrouble } from './file-failure.ts';

/**
 * A file that is being read. Everything here blocks the thread for the time of one small read, which is faster than
 * asking for each piece asynchronously (libuv's round trip costs a tenth of the parsing); it belongs into a worker thread
 * or the command line. `readSheet` yields between reads so that messages arrive.
 */
export type SheetFile = {
  readonly path: string;
  /** Bare name without folders. */
  readonly fileName: string;
  readonly descriptor: number;
  /** When it was opened. */
  readonly sizeBytes: number;
  readonly modifiedAtNs: bigint;
};

/** When a file was last saved, in the unit of `SheetFacts`. */
export function modifiedAtMs({ modifiedAtNs }: SheetFile): number {
  return Number(modifiedAtNs / 1_000_000n);
}

/**
 * Opens a file, gives it to `use` and closes it again. Errors of the operating system become failures, those during `use`
 * too: missing, a folder, not allowed, in use, unreadable. An empty file is refused, and so are devices and pipes, which
 * may never end. Other errors that `use` throws pass.
 */
export async function withSheetFile<Value, Reason>(
  path: string,
  use: (file: SheetFile) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | FileFailure>> {
  let file: SheetFile | null = null;
  try {
    file = openSheetFile(path);
    return await use(file);
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

/**
 * Opens a file for whoever closes it again, by its descriptor. Mostly `withSheetFile` is right.
 *
 * @throws FileTrouble
 */
export function openSheetFile(path: string): SheetFile {
  const fileName = basename(path);
  return attempt(fileName, () => {
    // Asked before opening, because opening a pipe waits for somebody to write to it.
    refuse(statSync(path, { bigint: true }), fileName);
    const descriptor = openSync(path, 'r');
    const { size, mtimeNs } = fstatSync(descriptor, { bigint: true });
    return { path, fileName, descriptor, sizeBytes: Number(size), modifiedAtNs: mtimeNs };
  });
}

function refuse(stats: BigIntStats, fileName: string): void {
  if (stats.isDirectory()) {
    throw new FileTrouble({ kind: 'file-is-folder', fileName });
  }
  if (!stats.isFile()) {
    throw new FileTrouble({ kind: 'file-unreadable', fileName, code: 'NOT_A_FILE' });
  }
  if (stats.size === 0n) {
    throw new FileTrouble({ kind: 'file-empty', fileName });
  }
}

/**
 * Fills `buffer` from `offset` on with the file's next bytes.
 *
 * @returns The number of bytes read: fewer than there is room only at the end of the file, 0 at the end itself.
 * @throws FileTrouble
 */
export function readNext(file: SheetFile, buffer: Buffer, offset: number): number {
  return attempt(file.fileName, () => {
    let filled = offset;
    while (filled < buffer.length) {
      const count = readSync(file.descriptor, buffer, filled, buffer.length - filled, null);
      if (count === 0) {
        break;
      }
      filled += count;
    }
    return filled - offset;
  });
}

/**
 * Whether something else stands under the path now than what was opened, by size and time of change; a file that was
 * replaced, as many programs save, shows itself by the same.
 *
 * @throws FileTrouble `file-missing` when it is gone. Its bytes could still be read on some systems, but whoever deletes or
 *   moves a file does not expect it to be sent.
 */
export function hasChanged(file: SheetFile): boolean {
  const { size, mtimeNs } = attempt(file.fileName, () => statSync(file.path, { bigint: true }));
  return Number(size) !== file.sizeBytes || mtimeNs !== file.modifiedAtNs;
}

/**
 * Whether another program seems to have the file open: Excel puts `~$leads.xlsx` beside a workbook that it has open,
 * LibreOffice `.~lock.leads.csv#` beside anything. Both let others read what was last saved. After a crash such a file may
 * stay behind.
 */
export function isOpenElsewhere({ path, fileName }: SheetFile): boolean {
  return [`~$${fileName}`, `.~lock.${fileName}#`].some((name) => existsSync(join(dirname(path), name)));
}
