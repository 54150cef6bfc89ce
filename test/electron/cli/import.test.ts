import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { violationsOf } from '../../shared/telecrm-rules.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { startPlainServer, type Arrived } from './plain-server.ts';
import { runCli, startCli } from './run-cli.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const CLEAN = path.join(FIXTURES, 'leads-clean.csv');
const MESSY = path.join(FIXTURES, 'leads-messy.csv');
const ENTERPRISE = '5f0c1d2e3a4b5c6d7e8f9a0b';
const TOKEN = '3f2504e0-4f89-41d3-9a0c-0305e82c33011763800000000:7c9e6679-7425-40de-944b-e07fc1f90ae7';
const CATALOG = { fields: STANDARD_FIELDS, identifier: 'phone' };

function importArgs(file: string, url: string, dataDir: string, ...more: string[]): string[] {
  const where = ['--enterprise', ENTERPRISE, '--api-url', url, '--data-dir', dataDir];
  return ['import', file, ...where, '--yes', '--json', ...more];
}

function phonesOf(arrived: readonly Arrived[]): string[] {
  return arrived.map((one) => (JSON.parse(one.body) as { fields: { phone: string } }).fields.phone);
}

describe('importing from the command line', () => {
  it('sends the forty clean leads, each once, as exactly what Telecrm takes', async () => {
    const server = await startPlainServer();
    const run = await runCli(importArgs(CLEAN, server.url, temporaryFolder(), '--speed', 'fast'), TOKEN);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.objects.at(-1)).toMatchObject({
      kind: 'done',
      rows: 40,
      accepted: 40,
      rejected: 0,
      unknown: 0,
      problems: 0,
      duplicates: 0,
      skipped: 0,
    });
    expect(new Set(phonesOf(server.arrived)).size).toBe(40);
    for (const one of server.arrived) {
      expect(one).toMatchObject({
        method: 'POST',
        path: `/enterprise/${ENTERPRISE}/autoupdatelead`,
        authorization: `Bearer ${TOKEN}`,
        contentType: 'application/json',
      });
      expect(Object.keys(JSON.parse(one.body) as object)).toEqual(['fields']);
      expect(violationsOf(JSON.parse(one.body), CATALOG)).toEqual([]);
    }
    const first = server.arrived.find((one) => one.body.includes('916890176165'));
    expect(JSON.parse(first?.body ?? '')).toEqual({
      fields: {
        name: 'Kiran Verma',
        phone: '916890176165',
        email: 'kiran.verma0@yahoo.co.in',
        rating: 3,
        assignee: 'team.lead@acme.example',
      },
    });
  });

  it('sends of the messy file nothing that Telecrm would drop, and at least 170 leads with --problems omit', async () => {
    const server = await startPlainServer();
    const run = await runCli(
      importArgs(MESSY, server.url, temporaryFolder(), '--speed', 'fast', '--problems', 'omit'),
      TOKEN,
    );
    expect(run.exitCode).toBe(0);
    const done = run.objects.at(-1) as Record<string, number>;
    expect(done['accepted']).toBeGreaterThanOrEqual(170);
    expect(server.arrived).toHaveLength(done['accepted'] ?? -1);
    expect(server.arrived.flatMap((one) => violationsOf(JSON.parse(one.body), CATALOG))).toEqual([]);
    expect(new Set(phonesOf(server.arrived)).size).toBe(server.arrived.length);
    const { rows, accepted, rejected, unknown, problems, duplicates, skipped } = done;
    expect(
      (accepted ?? 0) +
        (rejected ?? 0) +
        (unknown ?? 0) +
        (problems ?? 0) +
        (duplicates ?? 0) +
        (skipped ?? 0),
    ).toBe(rows);
  });

  it('leaves rows with any problem out unless told otherwise, and counts them', async () => {
    const server = await startPlainServer();
    const run = await runCli(importArgs(MESSY, server.url, temporaryFolder(), '--speed', 'fast'), TOKEN);
    const done = run.objects.at(-1) as Record<string, number>;
    expect(done['problems']).toBeGreaterThan(0);
    expect(server.arrived).toHaveLength(done['accepted'] ?? -1);
  });

  it('says with `check` what would happen and sends nothing', async () => {
    const run = await runCli(['check', MESSY, '--json']);
    expect(run.exitCode).toBe(0);
    const lost = run.objects.find((object) => object['problem'] === 'phone-digits-lost');
    expect(lost).toMatchObject({ heading: 'Mobile No.', severity: 'stops-row', rows: 1 });
    expect(run.objects.filter((object) => object['kind'] === 'column')).toContainEqual({
      kind: 'column',
      heading: 'Mobile No.',
      field: 'phone',
    });
    const done = run.objects.at(-1) as Record<string, number>;
    expect(done).toMatchObject({ kind: 'done', accepted: 0, rejected: 0, unknown: 0 });
    const { problems = 0, duplicates = 0, skipped = 0, waiting = 0 } = done;
    expect(problems + duplicates + skipped + waiting).toBe(done['rows']);
  });

  it('saves the report and keeps no import when no row can be sent, and says what to do without a window', async () => {
    const folder = temporaryFolder();
    const sheet = path.join(folder, 'empty-phones.csv');
    const report = path.join(folder, 'report.csv');
    writeFileSync(sheet, 'Name,Phone\nAsha,\nRavi,\n');
    const server = await startPlainServer();
    const run = await runCli(importArgs(sheet, server.url, folder, '--report', report), TOKEN);
    expect([run.exitCode, server.arrived]).toEqual([1, []]);
    expect(run.objects.at(-1)).toMatchObject({ kind: 'done', rows: 2, problems: 2, waiting: 0 });
    expect(run.stderr).toContain('--problems omit');
    expect(readFileSync(report, 'utf8')).toContain('Asha');
    expect(filesIn(path.join(folder, 'imports'))).toEqual([]);
  });

  it('tells programs too that it wants to be sure, and that nothing was sent', async () => {
    const server = await startPlainServer();
    const args = importArgs(CLEAN, server.url, temporaryFolder()).filter((argument) => argument !== '--yes');
    const run = await runCli(args, TOKEN);
    expect([run.exitCode, server.arrived]).toEqual([2, []]);
    expect(run.objects.at(-2)).toMatchObject({ kind: 'failure', failure: 'not-agreed' });
    expect(run.objects.at(-1)).toMatchObject({ kind: 'done', rows: 40, waiting: 40 });
  });

  it('stops at the first refusal of the token, says what to check, and sends nobody else', async () => {
    const server = await startPlainServer(() => 401);
    const run = await runCli(importArgs(CLEAN, server.url, temporaryFolder(), '--speed', 'fast'), TOKEN);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toContain('Async');
    expect(server.arrived).toHaveLength(1);
    expect(run.objects.at(-1)).toMatchObject({ kind: 'done', accepted: 0, waiting: 40 });
  });

  it('loses and doubles nothing when it is killed, and goes on with `resume`', async () => {
    const server = await startPlainServer();
    const dataDir = temporaryFolder();
    // Ten answers, then silence: the kill comes while requests are in the air.
    const running = startCli(importArgs(CLEAN, server.url, dataDir, '--speed', 'fast'), TOKEN);
    await server.whenArrived(10);
    server.hold();
    running.process.kill('SIGKILL');
    expect((await running.done).exitCode).toBeNull();
    const beforeResume = server.arrived.length;
    server.release();
    const resumed = await runCli(['resume', '--data-dir', dataDir, '--json'], TOKEN);
    expect(resumed.exitCode).toBe(0);
    expect(resumed.objects.at(-1)).toMatchObject({ kind: 'done', rows: 40, accepted: 40, unknown: 0 });
    const times = new Map<string, number>();
    for (const phone of phonesOf(server.arrived)) {
      times.set(phone, (times.get(phone) ?? 0) + 1);
    }
    expect(times.size).toBe(40);
    // Only what was in the air at the kill may have been sent twice, and it carries fields alone.
    const doubled = [...times.values()].filter((count) => count > 1).length;
    expect(doubled).toBeLessThanOrEqual(16);
    expect(server.arrived.length - 40).toBe(doubled);
    expect(beforeResume).toBeLessThanOrEqual(40);
  });

  it('stops between rows on Ctrl+C, with exit code 130, and can be resumed without doubling anyone', async () => {
    const server = await startPlainServer();
    const dataDir = temporaryFolder();
    server.hold();
    const running = startCli(importArgs(CLEAN, server.url, dataDir, '--speed', 'fast'), TOKEN);
    await server.whenArrived(1);
    running.process.kill('SIGINT');
    server.release();
    const stopped = await running.done;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.objects.at(-1)).toMatchObject({ kind: 'done', rows: 40, unknown: 0 });
    const resumed = await runCli(['resume', '--data-dir', dataDir, '--json'], TOKEN);
    expect(resumed.exitCode).toBe(0);
    expect(phonesOf(server.arrived).sort()).toEqual([...new Set(phonesOf(server.arrived))].sort());
    expect(server.arrived).toHaveLength(40);
  });

  it('says which address does not answer, and says it still when it is stopped', async () => {
    const args = importArgs(CLEAN, 'http://127.0.0.1:9', temporaryFolder(), '--speed', 'fast');
    const running = startCli(
      args.filter((one) => one !== '--json'),
      TOKEN,
    );
    running.process.stderr?.on('data', (text: string) => {
      if (text.includes('127.0.0.1:9 does not answer.')) {
        running.process.kill('SIGINT');
      }
    });
    const stopped = await running.done;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).not.toContain('No internet');
    const [, afterReason] = stopped.stderr.split('127.0.0.1:9 does not answer.');
    expect(afterReason).not.toContain('working out the time');
  });

  it('writes the token nowhere on disk and shows it nowhere', async () => {
    const server = await startPlainServer();
    const dataDir = temporaryFolder();
    const report = path.join(dataDir, 'report.csv');
    const run = await runCli(
      importArgs(CLEAN, server.url, dataDir, '--speed', 'fast', '--report', report),
      TOKEN,
    );
    expect(run.exitCode).toBe(0);
    const forms = [
      TOKEN,
      Buffer.from(TOKEN).toString('base64'),
      Buffer.from(TOKEN).toString('hex'),
      TOKEN.slice(0, 36),
    ];
    const written = filesIn(dataDir).map((file) => readFileSync(file).toString('latin1'));
    expect(written.length).toBeGreaterThan(2);
    for (const text of [...written, run.stdout, run.stderr]) {
      expect(forms.filter((form) => text.includes(form))).toEqual([]);
    }
    expect(readFileSync(report, 'utf8').split('\r\n')).toHaveLength(42);
  });

  it.each([
    ['no file at all', ['import'], 'Name the spreadsheet'],
    ['a file that is not there', ['check', 'nowhere.csv'], 'nowhere.csv'],
    ['a folder', ['check', FIXTURES], 'folder'],
    ['an unknown option', ['check', CLEAN, '--frobnicate'], '--frobnicate'],
    ['an unknown command', ['exprot', CLEAN], 'exprot'],
    ['a missing token', ['import', CLEAN, '--enterprise', ENTERPRISE, '--yes'], 'token'],
  ])('answers %s with a clear sentence and exit code 2', async (_name, args, sentence) => {
    const run = await runCli(args);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at /u);
  });

  it('answers a token in place of the enterprise id before anything is sent', async () => {
    const server = await startPlainServer();
    const args = ['import', CLEAN, '--enterprise', TOKEN, '--api-url', server.url, '--yes'];
    const run = await runCli([...args, '--data-dir', temporaryFolder()], TOKEN);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).not.toContain(TOKEN);
    expect(server.arrived).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}
