import path from 'node:path';
import { app } from 'electron';
import { findDataFolder, openDataFolder } from '../data-folder.ts';
import type { FileFailure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';

/**
 * Opens the data folder: the one that `--user-data-dir` names (tests and several people on one account use it), or the usual
 * one. Chromium keeps its own files in a folder of it. Has to be called before the `ready` event.
 */
export function takeDataFolder(): Result<string, FileFailure> {
  const opened = openDataFolder(app.commandLine.getSwitchValue('user-data-dir') || findDataFolder());
  if (opened.ok) {
    app.setPath('userData', opened.value);
    app.setPath('sessionData', path.join(opened.value, 'chromium'));
  }
  return opened;
}

/**
 * Whether this is the only start of the program on this data folder. If not, the first one has just been told, and this one has
 * nothing left to do but end.
 */
export function isOnlyProgram(): boolean {
  return app.requestSingleInstanceLock();
}
