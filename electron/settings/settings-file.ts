import ElectronStore from 'electron-store';
import { NO_SETTINGS, SETTINGS_FILE_NAME, settingsSchema, type Settings } from './settings-format.ts';

/** Where settings are kept: a file in the program, a value in tests. */
export interface SettingsFile {
  read(): Settings;
  /** Throws the operating system's error; the old settings are then still there. */
  write(settings: Settings): void;
}

/** The settings file in `dataFolder`. Call `rescueSettings` before it: a damaged file is a bug here and throws. */
export function openSettingsFile(dataFolder: string): SettingsFile {
  const store = new ElectronStore({
    cwd: dataFolder,
    name: SETTINGS_FILE_NAME.replace('.json', ''),
    defaults: NO_SETTINGS,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    // Not for secrecy (no token is in it), but the names of workspaces are nobody else's business.
    configFileMode: 0o600,
  });
  return {
    read: () => settingsSchema.parse(store.store),
    write: (settings) => {
      store.store = settings;
    },
  };
}
