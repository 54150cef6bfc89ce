import path from 'node:path';
import { rescueSettings } from './rescue-settings.ts';
import { openSettingsFile } from './settings-file.ts';
import { SETTINGS_FILE_NAME } from './settings-format.ts';
import { SettingsKeeper } from './settings-keeper.ts';

/**
 * Opens the settings in `dataFolder`, after saving what can be saved out of a damaged file. `damagedCopy` is then the
 * bare name of its copy, and `null` when nothing was wrong.
 */
export function openSettings(
  dataFolder: string,
  nowMs: number,
): { readonly settings: SettingsKeeper; readonly damagedCopy: string | null } {
  const damagedCopy = rescueSettings(path.join(dataFolder, SETTINGS_FILE_NAME), nowMs);
  return { settings: new SettingsKeeper(openSettingsFile(dataFolder)), damagedCopy };
}
