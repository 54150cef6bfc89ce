import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { JournalFailure } from '../shared/failure.ts';
import { isDiskFull } from './disk-full.ts';
import { failed, success, type Result } from '../shared/result.ts';

const FOLDER_NAME = 'telecrm-lead-importer';

/** What decides where the data folder is. */
export type System = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's home folder, absolute. */
  readonly home: string;
};

/**
 * The folder in which the program keeps everything: imports, settings, vault, log. The window and the command line use
 * the same one, so that either sees the other's imports and both keep one record of the hour's requests.
 *
 * Linux: `$XDG_CONFIG_HOME` (an absolute path, as its specification demands) or `~/.config`; Windows: `%APPDATA%`;
 * macOS: `~/Library/Application Support`. Only names it, creates nothing.
 */
export function findDataFolder(system: System = thisSystem()): string {
  const { platform, environment, home } = system;
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] || path.win32.join(home, 'AppData', 'Roaming');
    return path.win32.join(roaming, FOLDER_NAME);
  }
  if (platform === 'darwin') {
    return path.posix.join(home, 'Library', 'Application Support', FOLDER_NAME);
  }
  const configured = environment['XDG_CONFIG_HOME'] ?? '';
  const base = path.posix.isAbsolute(configured) ? configured : path.posix.join(home, '.config');
  return path.posix.join(base, FOLDER_NAME);
}

/** Why a folder cannot be used. */
export type CannotWrite = Extract<JournalFailure, { readonly kind: 'folder-not-writable' | 'disk-full' }>;

/**
 * Makes `folder` if need be, readable by this user alone, and makes sure that files can be created in it. Answers
 * with its absolute path; fails with `disk-full`, or with `folder-not-writable` where the
 * disk is read-only, a file is in the way, or it is not ours.
 */
export function openDataFolder(folder: string): Result<string, CannotWrite> {
  const absolute = path.resolve(folder);
  try {
    mkdirSync(absolute, { recursive: true, mode: 0o700 });
    // Asking for permissions says too little (root, read-only and full disks), so a folder is really made in it.
    rmdirSync(mkdtempSync(path.join(absolute, '.can-write-')));
    return success(absolute);
  } catch (error) {
    const code = errorCode(error);
    return failed(
      isDiskFull(code)
        ? { kind: 'disk-full' }
        : { kind: 'folder-not-writable', folderName: path.basename(absolute), code },
    );
  }
}

function thisSystem(): System {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
