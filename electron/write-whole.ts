import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all, readable by this user alone: beside it first, onto the disk, then renamed into place. After a
 * power cut the old content or the new is there, never a part. Throws the operating system's error; the old file is then
 * untouched.
 */
export function writeWhole(filePath: string, bytes: Uint8Array): void {
  const besides = `${filePath}.${process.pid}.tmp`;
  try {
    const file = openSync(besides, 'w', 0o600);
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(besides, filePath);
    syncFolder(path.dirname(filePath));
  } catch (error) {
    rmSync(besides, { force: true });
    throw error;
  }
}

/** The new name is on the disk only when the folder is. Windows cannot open folders and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
