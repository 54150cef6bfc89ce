import type { Failure } from '../../shared/failure.ts';
import { isDiskFull } from '../disk-full.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Settings } from './settings-format.ts';

/** The settings in memory and their file, always equal: a change that the disk does not take is not made. */
export class SettingsKeeper {
  readonly #file: SettingsFile;
  #settings: Settings;

  /** Reads the file once. */
  constructor(file: SettingsFile) {
    this.#file = file;
    this.#settings = file.read();
  }

  current(): Settings {
    return this.#settings;
  }

  /**
   * Replaces the given parts, on disk first. Fails with `disk-full` or `folder-not-writable`, and then nothing has changed.
   */
  change(part: Partial<Settings>): Result<null, Failure> {
    const next = { ...this.#settings, ...part };
    try {
      this.#file.write(next);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      return failed(isDiskFull(code) ? { kind: 'disk-full' } : { kind: 'folder-not-writable', code });
    }
    this.#settings = next;
    return success(null);
  }
}
