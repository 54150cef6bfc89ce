import path from 'node:path';
import { app } from 'electron';
import type { Result } from '../../shared/result.ts';
import { findDataFolder, openDataFolder, type CannotWrite } from '../data-folder.ts';
import { readStartArguments } from './start-arguments.ts';

/**
 * Opens the data folder: the one that the arguments name (tests do), or the usual one. Chromium keeps its own files
 * in a folder of it. Has to be called before the `ready` event.
 */
export function takeDataFolder(): Result<string, CannotWrite> {
  const wish = readStartArguments(process.argv, app.isPackaged, process.cwd());
  const opened = openDataFolder(wish.dataFolder ?? findDataFolder());
  if (opened.ok) {
    app.setPath('userData', opened.value);
    app.setPath('sessionData', path.join(opened.value, 'chromium'));
  }
  return opened;
}

/**
 * Whether this is the only start of the program on this data folder. If not, the first one has just been told, and
 * this one has nothing left to do but end.
 */
export function isOnlyProgram(): boolean {
  return app.requestSingleInstanceLock();
}
