import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noRows } from '../../../shared/sending/fate.ts';
import type { ImportSummary } from '../../../shared/import.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { GlobalJournal } from '../../../electron/journal/global-journal.ts';
import { temporaryFolder } from './made-import.ts';

const SUMMARY: ImportSummary = {
  importId: 'one',
  fileName: 'leads-may.csv',
  workspaceId: 'w',
  createdAtMs: 1,
  changedAtMs: 2,
  stage: 'sending',
  counts: { ...noRows(), queued: 3 },
  failure: { kind: 'token-refused' },
  speed: 'fast',
  fewSent: [2, 4, 6],
};

describe('the global journal', () => {
  it('keeps the list of imports, newest first', () => {
    const path = join(temporaryFolder(), 'global.sqlite');
    const journal = new GlobalJournal(path);
    journal.putImport(SUMMARY);
    journal.putImport({ ...SUMMARY, importId: 'two', createdAtMs: 9 });
    journal.putImport({ ...SUMMARY, stage: 'finished', failure: null });
    journal.close();
    const again = new GlobalJournal(path);
    expect(again.import('one')).toEqual({ ...SUMMARY, stage: 'finished', failure: null });
    expect(again.imports().map(({ importId, stage, failure }) => [importId, stage, failure])).toEqual([
      ['two', 'sending', { kind: 'token-refused' }],
      ['one', 'finished', null],
    ]);
    again.close();
  });

  it('remembers requests of the last hour across restarts, for each token by itself', () => {
    const path = join(temporaryFolder(), 'global.sqlite');
    const first = new GlobalJournal(path);
    first.allowanceOf('token-a').add(1_000, 3);
    first.allowanceOf('token-a').add(2_000, 1);
    first.allowanceOf('token-b').add(1_500, 2);
    first.close();
    const second = new GlobalJournal(path);
    expect(second.allowanceOf('token-a').load(2_500)).toEqual([1_000, 1_000, 1_000, 2_000]);
    expect(second.allowanceOf('token-a').load(3_601_000)).toEqual([2_000]);
    expect(second.allowanceOf('token-b').load(2_500)).toEqual([1_500, 1_500]);
    second.close();
  });

  it('still counts requests that lie in the future because the clock was set back', () => {
    const journal = new GlobalJournal(join(temporaryFolder(), 'global.sqlite'));
    journal.allowanceOf('t').add(10_000_000, 5);
    expect(journal.allowanceOf('t').load(1_000)).toHaveLength(5);
    journal.close();
  });

  it.each([
    ['two hours forward', 120],
    ['two hours back', -120],
    ['right, from years ago', 9_000_000],
  ])('counts the last hour rightly after the clock was set %s while nothing ran', (_, setMinutes) => {
    const path = join(temporaryFolder(), 'global.sqlite');
    const minuteMs = 60_000;
    let uptimeMs = 200 * minuteMs;
    const boot = { uptimeMs: () => uptimeMs, bootId: null };
    const first = new GlobalJournal(path, boot);
    first.allowanceOf('t').add(1e12, 5);
    first.close();
    uptimeMs += 50 * minuteMs;
    const nowMs = 1e12 + (50 + setMinutes) * minuteMs;
    const second = new GlobalJournal(path, boot);
    const [leftAtMs, ...others] = second.allowanceOf('t').load(nowMs);
    expect(nowMs - (leftAtMs ?? 0)).toBe(50 * minuteMs - 1_000);
    expect(others).toHaveLength(4);
    uptimeMs += 11 * minuteMs;
    expect(second.allowanceOf('t').load(nowMs + 11 * minuteMs)).toEqual([]);
    second.close();
  });

  it('keeps the line in which imports wait, whatever is done to it', () => {
    const path = join(temporaryFolder(), 'global.sqlite');
    const journal = new GlobalJournal(path);
    for (const importId of ['a', 'b', 'c']) {
      journal.putImport({ ...SUMMARY, importId });
    }
    journal.changeLine(() => ['c', 'a', 'b']);
    // What else is written about an import leaves its place alone.
    journal.putImport({ ...SUMMARY, importId: 'a', stage: 'finished' });
    expect(journal.line()).toEqual(['c', 'a', 'b']);
    journal.changeLine((line) => line.filter((importId) => importId !== 'a'));
    expect(() => {
      journal.changeLine(() => {
        throw new Error('no');
      });
    }).toThrow('no');
    journal.deleteImport('c');
    journal.close();
    const again = new GlobalJournal(path);
    expect(again.line()).toEqual(['b']);
    again.close();
  });

  it('holds no token, in clear or as a plain hash', () => {
    const folder = temporaryFolder();
    const token = 'b6f1c2d3-secret-token';
    const journal = new GlobalJournal(join(folder, 'global.sqlite'));
    journal.allowanceOf(token).add(1, 1);
    journal.close();
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join('');
    expect(bytes).not.toContain(token);
    // A hash without a key could be looked up in a table of tokens.
    const plainHash = createHash('sha256').update(token).digest('hex');
    expect(bytes).not.toContain(plainHash.slice(0, 16));
  });

  it('remembers where an import was sent, for going on without the window', () => {
    const journal = new GlobalJournal(join(temporaryFolder(), 'global.sqlite'));
    journal.putImport(SUMMARY);
    expect(journal.workspaceOf('one')).toBeNull();
    const workspace = { ...newWorkspace('Acme'), enterpriseId: '5f0c' };
    journal.rememberWorkspace('one', workspace);
    expect(journal.workspaceOf('one')).toEqual(workspace);
    journal.close();
  });
});
