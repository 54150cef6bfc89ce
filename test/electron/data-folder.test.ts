import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findDataFolder, openDataFolder } from '../../electron/data-folder.ts';

describe('where everything is kept', () => {
  test.each([
    ['linux', {}, '/home/asha', '/home/asha/.config/telecrm-lead-importer'],
    ['linux', { XDG_CONFIG_HOME: '/data/config' }, '/home/asha', '/data/config/telecrm-lead-importer'],
    // The specification says that relative paths are to be ignored.
    ['linux', { XDG_CONFIG_HOME: 'config' }, '/home/asha', '/home/asha/.config/telecrm-lead-importer'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/asha', '/home/asha/.config/telecrm-lead-importer'],
    ['darwin', {}, '/Users/asha', '/Users/asha/Library/Application Support/telecrm-lead-importer'],
    [
      'win32',
      { APPDATA: 'C:\\Users\\Asha\\AppData\\Roaming' },
      'C:\\Users\\Asha',
      'C:\\Users\\Asha\\AppData\\Roaming\\telecrm-lead-importer',
    ],
    ['win32', {}, 'C:\\Users\\Asha', 'C:\\Users\\Asha\\AppData\\Roaming\\telecrm-lead-importer'],
  ] as const)('on %s with %j and home %s it is %s', (platform, environment, home, expected) => {
    expect(findDataFolder({ platform, environment, home })).toBe(expected);
  });
});

describe('opening it', () => {
  let scratch = '';
  beforeEach(() => {
    scratch = mkdtempSync(path.join(tmpdir(), 'data-folder-'));
  });
  afterEach(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  test('makes the folder for this user alone and leaves nothing in it', () => {
    const folder = path.join(scratch, 'a', 'b');
    expect(openDataFolder(folder)).toStrictEqual({ ok: true, value: folder });
    expect(readdirSync(folder)).toStrictEqual([]);
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  test('opens an existing folder as it is', () => {
    writeFileSync(path.join(scratch, 'settings.json'), '{}');
    chmodSync(scratch, 0o750);
    expect(openDataFolder(scratch).ok).toBe(true);
    expect(readdirSync(scratch)).toStrictEqual(['settings.json']);
    expect(openDataFolder(scratch).ok).toBe(true);
  });

  test('says so when a file is in its place', () => {
    const inTheWay = path.join(scratch, 'telecrm-lead-importer');
    writeFileSync(inTheWay, '');
    expect(openDataFolder(inTheWay)).toStrictEqual({
      ok: false,
      failure: { kind: 'folder-not-writable', folderName: 'telecrm-lead-importer', code: 'EEXIST' },
    });
  });

  test('says so where folders cannot be made', () => {
    const inTheWay = path.join(scratch, 'file');
    writeFileSync(inTheWay, '');
    const opened = openDataFolder(path.join(inTheWay, 'telecrm-lead-importer'));
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'folder-not-writable', code: 'ENOTDIR' } });
  });
});
