import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBug, openLog } from '../../electron/log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what is logged is in the file, with cause and stack, without personal data', () => {
  const log = openLog(folder, '/home/asha');
  log.info('started');
  log.error(
    'a row could not be read',
    new Error('cell 919876543210 of asha@example.in in /home/asha/leads.csv'),
  );
  const text = readFileSync(path.join(folder, 'logs', 'main.log'), 'utf8');
  expect(text).toMatch(/\[info\]\s+started\n/u);
  expect(text).toContain('Error: cell [hidden] of [hidden] in ~/leads.csv\n');
  expect(text).toMatch(/\n\s+at .*log\.test\.ts:\d+:\d+/u);
});

test('a cell that looks like a frame of a stack is no way around', () => {
  const log = openLog(folder);
  log.error('bad cell\n    at 98765 43210/asha@example.in');
  const text = readFileSync(path.join(folder, 'logs', 'main.log'), 'utf8');
  expect(text).toContain('    at [hidden]/[hidden]\n');
});

test('only this user can read the file', () => {
  openLog(folder).info('started');
  // Windows knows no such permissions; there the folder of the user protects it.
  const expected = process.platform === 'win32' ? 0o666 : 0o600;
  expect(statSync(path.join(folder, 'logs', 'main.log')).mode & 0o777).toBe(expected);
});

test('a long life does not fill the disk', () => {
  const log = openLog(folder);
  const sentence = 'something odd '.repeat(7_000);
  for (let round = 0; round < 50; round += 1) {
    log.warn(sentence);
  }
  const sizeBytes = statSync(path.join(folder, 'logs', 'main.log')).size;
  expect(sizeBytes).toBeLessThan(1.2 * 1024 * 1024);
});

test('a bug is told to the window by name and message alone', () => {
  expect(describeBug(new TypeError('x of 919876543210'))).toBe('TypeError: x of [hidden]');
  expect(describeBug('thrown text')).toBe("'thrown text'");
});
