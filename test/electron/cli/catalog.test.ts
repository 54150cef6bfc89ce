import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { workspaceFileText } from '../../../shared/catalog/workspace-file.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { parseWorkspace } from '../../../shared/mapping/parse-workspace.ts';
import { PracticeServer, type PracticeAddress } from '../../../electron/practice/practice-server.ts';
import { practiceCatalog } from '../../../electron/practice/sync-catalog.ts';
import { practiceWorkspace } from '../../../electron/settings/practice-workspace.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { startPretendSync } from '../telecrm/pretend-sync.ts';
import { startCli, type CliRun } from './run-cli.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';

async function startTelecrm(): Promise<PracticeAddress> {
  const server = new PracticeServer({ catalog: () => practiceCatalog(practiceWorkspace('Practice')) });
  const address = await server.start();
  onTestFinished(() => server.stop());
  return address;
}

function runCatalog(args: readonly string[], token = ''): Promise<CliRun> {
  return startCli(['catalog', ...args], undefined, { TELECRM_SYNC_TOKEN: token }).done;
}

it('reads the catalog from Telecrm, points at a misspelt field, and saves a workspace file without a token', async () => {
  const { url, enterpriseId, syncToken } = await startTelecrm();
  const folder = temporaryFolder();
  const before = path.join(folder, 'before.json');
  const after = path.join(folder, 'after.json');
  const misspelt = {
    apiName: 'Lead_Source',
    label: 'Source',
    type: 'text' as const,
    options: null,
    trustValues: false,
  };
  const workspace = { ...newWorkspace('Acme'), apiUrl: url, enterpriseId, fields: [misspelt] };
  writeFileSync(before, workspaceFileText(workspace, false));
  const run = await runCatalog(['--workspace', before, '--save', after], syncToken);
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain('lead_source (Lead Source): ');
  expect(run.stdout).toContain('ACTION_1001: Campus visit');
  expect(run.stdout).toContain('12 team members');
  expect(run.stdout).toContain('Telecrm has no field Lead_Source. Did you mean lead_source?');
  const text = readFileSync(after, 'utf8');
  expect(text).not.toContain(syncToken);
  const saved = parseWorkspace(text, 'after.json');
  expect(saved.ok ? saved.value.team : saved.failure).toHaveLength(12);
});

it('tells a token of the other type, and none at all', async () => {
  const { url, enterpriseId, token } = await startTelecrm();
  const args = ['--enterprise', enterpriseId, '--api-url', url, '--json'];
  const [refused, missing] = await Promise.all([runCatalog(args, token), runCatalog(args)]);
  expect([refused.exitCode, refused.objects[0]?.['failure']]).toEqual([3, 'sync-token-refused']);
  expect([missing.exitCode, missing.objects[0]?.['failure']]).toEqual([3, 'sync-token-missing']);
  expect(refused.objects.at(-1)).toEqual({ kind: 'failed', failure: 'sync-token-refused', exitCode: 3 });
});

it('says that it waits and until when, and can be ended meanwhile', async () => {
  const { url } = await startPretendSync({
    'GET metadata': { status: 429, headers: { 'retry-after': '500' }, body: {} },
  });
  const args = ['catalog', '--enterprise', 'acme', '--api-url', url, '--json'];
  const cli = startCli(args, undefined, { TELECRM_SYNC_TOKEN: TOKEN });
  const beganMs = Date.now();
  cli.process.stdout?.once('data', () => cli.process.kill('SIGINT'));
  const run = await cli.done;
  const [waiting, end] = run.objects;
  expect(waiting).toMatchObject({ kind: 'waiting' });
  expect(Number(waiting?.['untilMs'])).toBeGreaterThanOrEqual(beganMs + 499_000);
  expect(end).toEqual({ kind: 'failed', failure: null, exitCode: 130 });
  expect(run.exitCode).toBe(130);
});

it('ends with what it found', async () => {
  const { url, enterpriseId, syncToken } = await startTelecrm();
  const run = await runCatalog(['--enterprise', enterpriseId, '--api-url', url, '--json'], syncToken);
  expect(run.objects.at(-1)).toMatchObject({ kind: 'done', members: 12, actions: 2 });
});
