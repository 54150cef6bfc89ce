import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rescueSettings } from '../../../electron/settings/rescue-settings.ts';
import { NO_SETTINGS, readSettings } from '../../../electron/settings/settings-format.ts';

const NOW_MS = Date.UTC(2025, 2, 4, 9, 30, 15, 250);

let folder = '';
let settingsPath = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
  settingsPath = path.join(folder, 'settings.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the first start has nothing to rescue', () => {
  expect(rescueSettings(settingsPath, NOW_MS)).toBeNull();
  expect(readdirSync(folder)).toStrictEqual([]);
});

test('whole settings are left alone', () => {
  const text = JSON.stringify(NO_SETTINGS);
  writeFileSync(settingsPath, text);
  expect(rescueSettings(settingsPath, NOW_MS)).toBeNull();
  expect(readFileSync(settingsPath, 'utf8')).toBe(text);
  expect(readdirSync(folder)).toStrictEqual(['settings.json']);
});

test('damaged settings are copied aside byte for byte and replaced by what could be saved', () => {
  const damaged = '{"version":1,"workspaces":{';
  writeFileSync(settingsPath, damaged);
  expect(rescueSettings(settingsPath, NOW_MS)).toBe('settings.damaged-2025-03-04T09-30-15-250Z.json');
  expect(readFileSync(path.join(folder, 'settings.damaged-2025-03-04T09-30-15-250Z.json'), 'utf8')).toBe(
    damaged,
  );
  expect(readSettings(readFileSync(settingsPath, 'utf8'))).toStrictEqual({
    settings: NO_SETTINGS,
    isWhole: true,
  });
});
