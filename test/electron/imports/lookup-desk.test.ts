import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newWorkspace, type Workspace } from '../../../shared/catalog/workspace.ts';
import type { LookupPurpose, LookupStatus } from '../../../shared/lookup/lookup.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import { openImportDesk, type JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { importFiles } from '../../../electron/imports/import-files.ts';
import { JournalLookupDesk } from '../../../electron/imports/lookup-desk.ts';
import { PracticeServer, type PracticeServerOptions } from '../../../electron/practice/practice-server.ts';
import { practiceCatalog } from '../../../electron/practice/sync-catalog.ts';
import { EXISTING_LEADS } from '../../../electron/practice/sync-existing-leads.ts';
import { practiceWorkspace } from '../../../electron/settings/practice-workspace.ts';
import type { Clock } from '../../../electron/sending/ports.ts';
import { openSync } from '../../../electron/telecrm/open-sync.ts';
import { SyncPace } from '../../../electron/telecrm/sync-pace.ts';
import { phoneOf, temporaryFolder } from '../journal/made-import.ts';
import { startPretendSync } from '../telecrm/pretend-sync.ts';
import { must } from './desk-on.ts';

const WORKER = new URL('../../../electron/preparing/worker.ts', import.meta.url);

const SAMPLE = path.resolve(import.meta.dirname, '../../../electron/practice/sample/leads-messy.csv');

/** Waits end at once, so that neither pace nor trouble takes real time. */
function hastyClock(): Clock {
  let nowMs = 1_700_000_000_000;
  return {
    wallMs: () => nowMs,
    monotonicMs: () => nowMs,
    wait: (delayMs) => {
      nowMs += delayMs;
      return Promise.resolve();
    },
  };
}

type Program = {
  readonly desk: JournalImportDesk;
  readonly lookups: JournalLookupDesk;
  readonly folder: string;
  readonly workspace: Workspace;
};

type Telecrm = {
  readonly url: string;
  readonly enterpriseId: string;
  readonly token: string;
  readonly syncToken: string;
};

async function practice(options: PracticeServerOptions = {}): Promise<Telecrm & { server: PracticeServer }> {
  const server = new PracticeServer(options);
  const address = await server.start();
  onTestFinished(() => server.stop());
  return { ...address, server };
}

async function startProgram(
  telecrm: Telecrm,
  folder = temporaryFolder(),
  part: Partial<Workspace> = {},
): Promise<Program> {
  const workspace: Workspace = {
    ...newWorkspace('Acme'),
    enterpriseId: telecrm.enterpriseId,
    apiUrl: telecrm.url,
    tokenSharing: 'alone',
    ...part,
  };
  const view = { workspaceId: 'w', workspace, token: 'kept', syncToken: 'kept', isPractice: false } as const;
  const surroundings = {
    workspace: () => view,
    apiUrl: () => Promise.resolve(workspace.apiUrl),
    readToken: () => telecrm.token,
  };
  const desk = must(await openImportDesk({ dataFolder: folder, workerUrl: WORKER, surroundings }));
  const clock = hastyClock();
  const lookups = new JournalLookupDesk({
    desk,
    journalOf: importFiles(folder).journalOf,
    workspace: surroundings.workspace,
    openSync: () =>
      Promise.resolve(
        openSync(
          {
            apiUrl: workspace.apiUrl,
            enterpriseId: workspace.enterpriseId,
            readToken: () => telecrm.syncToken,
            pace: new SyncPace(clock),
          },
          'background',
        ),
      ),
    clock,
  });
  onTestFinished(async () => {
    await lookups.close();
    await desk.close();
  });
  return { desk, lookups, folder, workspace };
}

/** A sheet of names and phone numbers that was read and checked. */
async function open(
  { desk, folder }: Program,
  rows: readonly string[],
  heading = 'Name,Phone',
): Promise<string> {
  const file = path.join(folder, 'leads.csv');
  writeFileSync(file, [heading, ...rows].join('\n'));
  const opened = must(await desk.open(file, 'w'));
  return must(await desk.whenPrepared(opened.summary.importId)).summary.importId;
}

function people(count: number): readonly string[] {
  return Array.from({ length: count }, (_unused, index) => `Person ${index},${phoneOf(index)}`);
}

async function send({ desk }: Program, importId: string): Promise<void> {
  must(await desk.send(importId, 'fast'));
  await desk.whenSent();
}

/** Begins and waits for the end, whatever it is. */
async function lookUp(
  { lookups }: Program,
  importId: string,
  purpose: LookupPurpose,
  sampleSize: number | null = null,
): Promise<LookupStatus> {
  must(await lookups.start(importId, purpose, sampleSize));
  return await ended(lookups, importId, purpose);
}

function ended(lookups: JournalLookupDesk, importId: string, purpose: LookupPurpose): Promise<LookupStatus> {
  return new Promise((resolve) => {
    const look = (): void => {
      const status = lookups.statuses().find((one) => one.importId === importId && one.purpose === purpose);
      if (status !== undefined && status.state !== 'running') {
        stopListening();
        resolve(status);
      }
    };
    const stopListening = lookups.onChange(look);
    look();
  });
}

async function found(program: Program, importId: string, purpose: LookupPurpose): Promise<readonly string[]> {
  const page = must(await program.lookups.page(importId, purpose, [], { offset: 0, limit: 500 }));
  return page.rows.map(({ rowNumber, finding }) => `${rowNumber} ${finding}`);
}

function counts(program: Program, importId: string): Record<string, number> {
  const all = program.desk.imports().find((one) => one.importId === importId)?.counts ?? noRows();
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

describe('before sending', () => {
  it('tells which leads are new, which are the same and what will change, old beside new', async () => {
    const existing = [
      { name: 'Person 0', phone: `91${phoneOf(0)}`, status: 'Won' },
      { name: 'Somebody else', phone: `+91${phoneOf(1)}` },
    ];
    const program = await startProgram(await practice({ existing }));
    const importId = await open(program, people(3));
    const status = await lookUp(program, importId, 'forecast');
    expect(status).toMatchObject({
      state: 'done',
      doneCount: 3,
      totalCount: 3,
      rowCount: 3,
      failure: null,
      finishAtMs: null,
      counts: { unchanged: 1, changes: 1, new: 1, confirmed: 0 },
    });
    expect(await found(program, importId, 'forecast')).toEqual(['2 unchanged', '3 changes', '4 new']);
    const page = must(
      await program.lookups.page(importId, 'forecast', ['changes'], { offset: 0, limit: 10 }),
    );
    expect(page).toMatchObject({
      total: 1,
      rows: [
        {
          identifier: `91${phoneOf(1)}`,
          differences: [{ apiName: 'name', label: 'Name', inTelecrm: 'Somebody else', sent: 'Person 1' }],
        },
      ],
    });
    // It only asks: nothing was sent and no row is anything but ready.
    expect(counts(program, importId)).toEqual({ ready: 3 });
  });

  it('asks for a hundred at once, and of a sample for no more', async () => {
    const telecrm = await startPretendSync({ 'POST lead/search': { body: { data: [], total_count: 0 } } });
    const program = await startProgram({ ...telecrm, enterpriseId: 'acme', token: 't', syncToken: 's' });
    const importId = await open(program, people(250));
    expect(await lookUp(program, importId, 'forecast')).toMatchObject({ state: 'done', doneCount: 250 });
    expect(telecrm.seen.map(({ body }) => (JSON.parse(body) as Asked).fields.phone.length)).toEqual([
      100, 100, 50,
    ]);
    expect(await lookUp(program, importId, 'forecast', 20)).toMatchObject({
      doneCount: 20,
      totalCount: 20,
      rowCount: 250,
      counts: { new: 20 },
    });
    expect(telecrm.seen).toHaveLength(4);
    const rows = await found(program, importId, 'forecast');
    expect([rows[0], rows.length]).toEqual(['2 new', 20]);
    expect(Number(rows.at(-1)?.split(' ')[0])).toBeGreaterThan(230);
  });
});

it('practising with the sample shows new leads and ones that will change', async () => {
  const workspace = practiceWorkspace('Practice');
  const telecrm = await practice({ catalog: () => practiceCatalog(workspace), existing: EXISTING_LEADS });
  const { fields } = workspace;
  const program = await startProgram(telecrm, temporaryFolder(), { fields });
  const opened = must(await program.desk.open(SAMPLE, 'w'));
  const { importId } = must(await program.desk.whenPrepared(opened.summary.importId)).summary;
  const { counts: forecast } = await lookUp(program, importId, 'forecast');
  expect(forecast.changes).toBeGreaterThan(0);
  expect(forecast.new).toBeGreaterThan(forecast.changes);
  expect(forecast['not-found'] + forecast.confirmed).toBe(0);
});

type Asked = { readonly fields: { readonly phone: readonly string[] } };

describe('after sending', () => {
  it('confirms what is there, lists what differs, and says what is not', async () => {
    const telecrm = await practice();
    const program = await startProgram(telecrm);
    const importId = await open(program, people(3));
    await send(program, importId);
    // The pretend Telecrm of another day: one lead as sent, one that somebody changed, one that never came through.
    const later = await practice({
      enterpriseId: telecrm.enterpriseId,
      existing: [
        { name: 'Person 0', phone: `91${phoneOf(0)}` },
        { name: 'Changed', phone: `91${phoneOf(1)}` },
      ],
    });
    await program.lookups.close();
    await program.desk.close();
    const next = await startProgram(later, program.folder);
    const status = await lookUp(next, importId, 'confirm');
    expect(status).toMatchObject({ state: 'done', counts: { confirmed: 1, differs: 1, 'not-found': 1 } });
    expect(await found(next, importId, 'confirm')).toEqual(['2 confirmed', '3 differs', '4 not-found']);
    const some = must(
      await next.lookups.page(importId, 'confirm', ['confirmed', 'not-found'], { offset: 1, limit: 5 }),
    );
    expect([some.total, some.rows.map(({ rowNumber }) => rowNumber)]).toEqual([2, [4]]);
    const events = must(await next.desk.events(importId, 0, 1));
    expect(events.events).toMatchObject([{ kind: 'looked-up', leadCount: 3, failureKind: null }]);
    await expect.poll(() => counts(next, importId)).toEqual({ confirmed: 2, 'not-found': 1 });

    // Looked for again, when it has come through after all.
    const response = await fetch(`${later.url}/enterprise/${later.enterpriseId}/autoupdatelead`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${later.token}` },
      body: JSON.stringify({ fields: { name: 'Person 2', phone: phoneOf(2) } }),
    });
    expect(response.status).toBe(200);
    expect(await lookUp(next, importId, 'confirm')).toMatchObject({ counts: { confirmed: 2, differs: 1 } });
    await expect.poll(() => counts(next, importId)).toEqual({ confirmed: 3 });
  });

  it('what was found is there again after a restart', async () => {
    const telecrm = await practice();
    const first = await startProgram(telecrm);
    const importId = await open(first, people(2));
    await send(first, importId);
    const status = await lookUp(first, importId, 'confirm');
    await first.lookups.close();
    await first.desk.close();
    const second = await startProgram(telecrm, first.folder);
    expect(second.lookups.statuses()).toEqual([]);
    await second.lookups.recall(importId);
    expect(second.lookups.statuses()).toEqual([status]);
    expect(await found(second, importId, 'confirm')).toEqual(['2 confirmed', '3 confirmed']);
  });

  it('goes on where it was stopped', async () => {
    const telecrm = await practice();
    const program = await startProgram(telecrm);
    const importId = await open(program, people(250));
    await send(program, importId);
    const stopListening = program.lookups.onChange(() => {
      if (program.lookups.statuses().some(({ doneCount }) => doneCount === 100)) {
        stopListening();
        void program.lookups.stop(importId);
      }
    });
    const stopped = await lookUp(program, importId, 'confirm');
    expect(stopped).toMatchObject({ state: 'stopped', doneCount: 100, failure: null });
    expect(await lookUp(program, importId, 'confirm')).toMatchObject({
      state: 'done',
      doneCount: 250,
      totalCount: 250,
      counts: { confirmed: 250 },
    });
    expect(await found(program, importId, 'confirm')).toHaveLength(250);
  });
});

describe('leads of unknown fate', () => {
  it('are confirmed when they are there as sent, and may be sent again when they are not', async () => {
    const telecrm = await practice({
      faults: [
        { atRequest: 1, kind: 'reset-after' },
        { atRequest: 2, kind: 'hang', isTakenIn: false },
      ],
    });
    const program = await startProgram(telecrm);
    const importId = await open(program, people(2));
    must(await program.desk.send(importId, 'fast'));
    await expect.poll(() => counts(program, importId)['sending'] ?? telecrm.server.requestCount).toBe(2);
    await program.desk.pause();
    await expect.poll(() => counts(program, importId)['unknown']).toBe(2);
    const status = await lookUp(program, importId, 'unknown');
    expect(status.counts).toMatchObject({ confirmed: 1, 'not-found': 1 });
    await expect.poll(() => counts(program, importId)).toEqual({ confirmed: 1, 'not-found': 1 });
    must(await program.desk.retry(importId, 'not-found'));
    await program.desk.whenSent();
    await expect.poll(() => counts(program, importId)).toEqual({ confirmed: 1, accepted: 1 });
  });
});

describe('trouble', () => {
  it('an answer whose leads cannot be told apart calls nobody missing', async () => {
    const body = { data: [{ fields: { name: 'Person 0', phone: '90XXXXXX01' } }], total_count: 1 };
    const telecrm = await startPretendSync({ 'POST lead/search': { body } });
    const program = await startProgram({ ...telecrm, enterpriseId: 'acme', token: 't', syncToken: 's' });
    const importId = await open(program, people(2));
    expect(await lookUp(program, importId, 'forecast')).toMatchObject({
      state: 'stopped',
      doneCount: 0,
      failure: { kind: 'sync-not-understood', call: 'search' },
    });
    expect(await found(program, importId, 'forecast')).toEqual([]);
  });

  it.each([
    ['half an answer', { data: [], total_count: 2 }],
    ['a bare nothing', []],
    ['nothing without a count', { data: [] }],
  ])('%s calls nobody missing, and nobody new', async (_what, body) => {
    const telecrm = await startPretendSync({ 'POST lead/search': { body } });
    const program = await startProgram({ ...telecrm, enterpriseId: 'acme', token: 't', syncToken: 's' });
    const importId = await open(program, people(2));
    expect(await lookUp(program, importId, 'forecast')).toMatchObject({
      state: 'stopped',
      failure: { kind: 'sync-not-understood' },
    });
  });

  it('a server that is unwell is asked again, and for ever not', async () => {
    let calls = 0;
    const telecrm = await startPretendSync({
      'POST lead/search': () => {
        calls += 1;
        return calls < 4 ? { status: 503, body: {} } : { body: { data: [], total_count: 0 } };
      },
    });
    const program = await startProgram({ ...telecrm, enterpriseId: 'acme', token: 't', syncToken: 's' });
    const importId = await open(program, people(2));
    expect(await lookUp(program, importId, 'forecast')).toMatchObject({ state: 'done', counts: { new: 2 } });
    calls = -100;
    expect(await lookUp(program, importId, 'forecast')).toMatchObject({
      state: 'stopped',
      failure: { kind: 'sync-error', status: 503 },
    });
  });

  it('a refused token stops it and says so', async () => {
    const telecrm = await practice();
    const program = await startProgram({ ...telecrm, syncToken: telecrm.token });
    const importId = await open(program, people(2));
    expect(await lookUp(program, importId, 'forecast')).toMatchObject({
      state: 'stopped',
      failure: { kind: 'sync-token-refused' },
    });
  });

  it('a lookup of an import that is not there, or without a token, does not begin', async () => {
    const telecrm = await practice();
    const program = await startProgram({ ...telecrm, syncToken: '' });
    expect(await program.lookups.start('no-such', 'forecast', null)).toMatchObject({
      failure: { kind: 'import-unknown' },
    });
    const importId = await open(program, people(1));
    expect(await program.lookups.start(importId, 'forecast', null)).toEqual({
      ok: false,
      failure: { kind: 'sync-token-missing' },
    });
    expect(program.lookups.statuses()).toEqual([]);
  });
});
