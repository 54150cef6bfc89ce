import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../journal/made-import.ts';
import { startCli } from './run-cli.ts';

const ENTERPRISE = ['--enterprise', '62ab16e5f1d2c3b4a5968778'];

/** Command lines that end before a file is opened, and what their last line says. */
const CASES: readonly (readonly [string, readonly string[], string, number])[] = [
  ['a file that is not there', ['check', 'nowhere.csv'], 'file-missing', 2],
  ['a recipe that is not there', ['check', 'leads.csv', '--recipe', 'nowhere.json'], 'file-missing', 2],
  ['a workspace that is none', ['check', 'leads.csv', '--workspace', 'leads.csv'], 'workspace-unreadable', 2],
  ['no token', ['import', 'leads.csv', ...ENTERPRISE], 'token-missing', 2],
  ['no token to resume with', ['resume'], 'token-missing', 2],
  ['no Sync token', ['catalog', ...ENTERPRISE], 'sync-token-missing', 3],
  ['an unknown command', ['send', 'leads.csv'], 'unknown-command', 2],
  ['an unknown option', ['check', 'leads.csv', '--fast'], 'bad-arguments', 2],
  ['no file', ['import'], 'no-file', 2],
  ['rows of nothing', ['rows', 'nowhere.csv'], 'file-missing', 2],
];

it.each(CASES)('with --json the last line says how it ended: %s', async (_what, args, failure, exitCode) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'leads.csv'), 'Mobile\n9820417365\n');
  const inFolder = args.map((one) => (/\.(?:csv|json)$/u.test(one) ? path.join(folder, one) : one));
  const run = await startCli([...inFolder, '--json']).done;
  expect(run.objects.at(-1)).toEqual({ kind: 'failed', failure, exitCode });
  expect(run.exitCode).toBe(exitCode);
});

it('without --json there is no such line', async () => {
  const run = await startCli(['check', path.join(temporaryFolder(), 'nowhere.csv')]).done;
  expect(run.stdout).toBe('');
});

it('nothing to resume is an end like any other', async () => {
  const run = await startCli(['resume', '--data-dir', temporaryFolder(), '--json'], 'some-token').done;
  expect(run.objects.map(({ kind }) => kind)).toEqual(['nothing-to-resume', 'done']);
  expect(run.exitCode).toBe(0);
});
