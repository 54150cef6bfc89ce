import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../write-whole.ts';
import { readSettings } from './settings-format.ts';

/**
 * Looks at the settings file before it is opened. One that is damaged, or written by a newer version, is copied aside
 * whole and replaced by what could be saved out of it. Answers with the bare name of the copy, or `null` when nothing
 * was wrong (a file that does not exist is not wrong). Throws where the file can be neither read nor replaced.
 */
export function rescueSettings(settingsPath: string, nowMs: number): string | null {
  const text = readIfThere(settingsPath);
  if (text === null) {
    return null;
  }
  const { settings, isWhole } = readSettings(text);
  if (isWhole) {
    return null;
  }
  const { dir, name, ext } = path.parse(settingsPath);
  const copyName = `${name}.damaged-${new Date(nowMs).toISOString().replaceAll(/[:.]/gu, '-')}${ext}`;
  copyFileSync(settingsPath, path.join(dir, copyName));
  writeWhole(settingsPath, Buffer.from(JSON.stringify(settings, undefined, '\t')));
  return copyName;
}

function readIfThere(filePath: string): string | null {
  try {
    return readFileSync(filePath, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
