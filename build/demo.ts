/**
 * `npm run demo`: the main job without hands. A pretend Telecrm on this machine, the messy sample spreadsheet, the engine,
 * a progress bar and the summary. Nothing leaves the machine, and nothing stays behind.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PracticeServer } from '../electron/practice/practice-server.ts';
import { REPOSITORY, runProgram } from './run-tool.ts';

const server = new PracticeServer();
const { url, enterpriseId, token } = await server.start(0);
const dataFolder = mkdtempSync(path.join(tmpdir(), 'lead-importer-demo-'));
process.stdout.write(`A pretend Telecrm listens on ${url}\n\n`);
process.env['TELECRM_TOKEN'] = token;
try {
  process.exitCode = await runProgram(process.execPath, [
    path.join(REPOSITORY, 'electron/cli/main.ts'),
    'import',
    path.join(REPOSITORY, 'electron/practice/sample/leads-messy.csv'),
    '--enterprise',
    enterpriseId,
    '--api-url',
    url,
    '--speed',
    'fast',
    '--problems',
    'omit',
    '--yes',
    '--data-dir',
    dataFolder,
  ]);
  const dropped = server.leads().filter((lead) => lead.dropped.length > 0).length;
  process.stdout.write(
    `\nThe pretend Telecrm holds ${server.leads().length} leads and had to drop a value of ${dropped}.\n`,
  );
} finally {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
