import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GlobalJournal } from '../../electron/journal/global-journal.ts';
import { PracticeServer } from '../../electron/practice/practice-server.ts';
import { startCli, type CliRun } from '../electron/cli/run-cli.ts';
import { seededRandom, soakFaults } from './soak-faults.ts';
import { phoneOfRow, tally, type SoakFigures } from './soak-tally.ts';

/** What a soak is made of. */
export type SoakOptions = {
  readonly leads: number;
  /** How often the sending process is killed with SIGKILL. */
  readonly kills: number;
  readonly seed: number;
  /** Share of requests that go wrong, 0 to 1. */
  readonly faultShare: number;
  /** An empty folder for everything that is written. */
  readonly folder: string;
  /** Called now and then with how far it is. */
  readonly onProgress: (kills: number, requests: number) => void;
};

/** Every fifth lead carries a payment, which Telecrm would append again if it were sent again. */
const PAID_EVERY = 5;
/** A life that gets nothing through (it waits after a 429, or its token is refused) is ended after so long. */
const LONGEST_LIFE_MS = 5_000;
/** Some lives end before anything is sent: while the journal is opened, or what was on its way is sorted out. */
const EARLY_SHARE = 0.2;
const LONGEST_EARLY_MS = 1_200;

const RECIPE = {
  kind: 'lead-importer-recipe',
  version: 2,
  name: 'Soak',
  columns: [
    { heading: 'Name', target: { kind: 'field', apiName: 'name' } },
    { heading: 'Phone', target: { kind: 'field', apiName: 'phone' } },
    { heading: 'Paid', target: { kind: 'action', actionId: 'a1', part: 'amount' } },
  ],
  constants: [
    { target: { kind: 'action', actionId: 'a1', part: 'status' }, text: 'COMPLETED' },
    { target: { kind: 'action', actionId: 'a1', part: 'currency' }, text: 'INR' },
  ],
  actions: [{ actionId: 'a1', type: 'PAYMENT', onlyWhereFilled: { heading: 'Paid' } }],
};

/**
 * Imports a sheet with the real command line against the practice server while everything goes wrong: faults of every kind
 * by a seed, and the process killed again and again at random moments, then once more to the end. Answers with what is in
 * the journal and what the server got, side by side.
 */
export async function runSoak(options: SoakOptions): Promise<SoakFigures> {
  const { leads, kills, seed, folder } = options;
  const random = seededRandom(seed);
  mkdirSync(folder, { recursive: true });
  const sheet = path.join(folder, 'leads.csv');
  writeFileSync(sheet, sheetOf(leads));
  const recipe = path.join(folder, 'recipe.json');
  writeFileSync(recipe, JSON.stringify(RECIPE));
  const dataDir = path.join(folder, 'data');
  const server = new PracticeServer({
    keptRequests: 100 * leads,
    quotaPerHour: 100 * leads,
    faults: soakFaults(20 * leads, options.faultShare, random),
  });
  const { url, enterpriseId, token } = await server.start(0);
  const importArgs = ['import', sheet, '--recipe', recipe, '--enterprise', enterpriseId, '--api-url', url];
  const args = (): readonly string[] =>
    importIdIn(dataDir) === null
      ? [...importArgs, '--speed', 'fast', '--yes', '--json', '--data-dir', dataDir]
      : ['resume', '--json', '--data-dir', dataDir];

  const perLife = Math.max(1, (1.5 * leads) / (kills + 1));
  let killed = 0;
  while (killed < kills) {
    const running = startCli(args(), token);
    const isOver = { yes: false };
    void running.done.then(() => (isOver.yes = true));
    const until = momentOf(random, server.requestCount + 1 + Math.floor(random() * perLife));
    await passed(
      until,
      () => server.requestCount,
      () => isOver.yes,
    );
    const wasRunning = !isOver.yes;
    running.process.kill('SIGKILL');
    const run = await running.done;
    killed += wasRunning ? 1 : 0;
    if (!wasRunning && isFinished(run)) {
      break;
    }
    options.onProgress(killed, server.requestCount);
  }
  // To the end: what stops sending (a refused token) is over by the next start.
  let last = await startCli(args(), token).done;
  for (let tries = 0; !isFinished(last) && tries < 50; tries += 1) {
    last = await startCli(args(), token).done;
  }
  await server.stop();
  const importId = importIdIn(dataDir) ?? '';
  return tally({
    leads,
    kills: killed,
    journalPath: path.join(dataDir, 'imports', `${importId}.sqlite`),
    server,
  });
}

type Moment = { readonly atRequest: number; readonly atMs: number };

/** When a life ends: at a request, or early on, at a time. */
function momentOf(random: () => number, atRequest: number): Moment {
  return random() < EARLY_SHARE
    ? { atRequest: Infinity, atMs: performance.now() + random() * LONGEST_EARLY_MS }
    : { atRequest, atMs: performance.now() + LONGEST_LIFE_MS * (1 + random()) };
}

/** Waits until the moment has come, or the process has ended by itself. */
async function passed(moment: Moment, requests: () => number, isOver: () => boolean): Promise<void> {
  while (!isOver() && requests() < moment.atRequest && performance.now() < moment.atMs) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** Nothing is left to send: the command line ended by itself with every lead answered one way or the other. */
function isFinished({ exitCode, objects }: CliRun): boolean {
  const last = objects.at(-1);
  return (
    last?.['kind'] === 'nothing-to-resume' ||
    ((exitCode === 0 || exitCode === 1) && last?.['kind'] === 'done' && last['waiting'] === 0)
  );
}

/** The import that goes on, once its rows are in the queue; one that a kill cut short before is begun anew. */
function importIdIn(dataDir: string): string | null {
  mkdirSync(dataDir, { recursive: true });
  const global = new GlobalJournal(path.join(dataDir, 'global.sqlite'));
  const found = global.imports().find(({ stage }) => stage === 'sending' || stage === 'finished');
  global.close();
  return found?.importId ?? null;
}

function sheetOf(leads: number): string {
  const lines = Array.from({ length: leads }, (_unused, row) =>
    [`Person ${row}`, phoneOfRow(row), row % PAID_EVERY === 0 ? String(100 + row) : ''].join(','),
  );
  return `Name,Phone,Paid\n${lines.join('\n')}\n`;
}
