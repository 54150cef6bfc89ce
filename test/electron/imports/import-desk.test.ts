import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newWorkspace, type Workspace } from '../../../shared/catalog/workspace.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import { FATES, noRows } from '../../../shared/sending/fate.ts';
import type { Result } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/failure.ts';
import { openImportDesk, type JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { openDatabase } from '../../../electron/journal/open-database.ts';
import { startPlainServer, type PlainServer } from '../cli/plain-server.ts';
import { temporaryFolder } from '../journal/made-import.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const WORKER = new URL('../../../electron/preparing/worker.ts', import.meta.url);

type Opened = { readonly desk: JournalImportDesk; workspace: Workspace };

async function openDesk(
  dataFolder: string,
  server: PlainServer | null,
  token: string | null = 'a-token',
): Promise<Opened> {
  const opened: { workspace: Workspace } = {
    workspace: {
      ...newWorkspace('Acme'),
      enterpriseId: '5f0c1d2e3a4b5c6d7e8f9a0b',
      apiUrl: server?.url ?? 'http://127.0.0.1:9',
      tokenSharing: 'alone',
    },
  };
  const desk = await openImportDesk({
    dataFolder,
    workerUrl: WORKER,
    surroundings: {
      workspace: (workspaceId) => ({
        workspaceId,
        workspace: opened.workspace,
        token: 'this-session',
        syncToken: 'none',
        isPractice: false,
      }),
      apiUrl: () => Promise.resolve(opened.workspace.apiUrl),
      readToken: () => token,
    },
  });
  if (!desk.ok) {
    throw new Error(desk.failure.kind);
  }
  onTestFinished(() => desk.value.close());
  return Object.assign(opened, { desk: desk.value });
}

async function prepare(desk: JournalImportDesk, file: string): Promise<ImportDetail> {
  const opened = must(await desk.open(file, 'w'));
  return must(await desk.whenPrepared(opened.summary.importId));
}

/** A program that was closed while its first lead was on the way, and started again over the same records. */
async function restartWhileSending(): Promise<{
  server: PlainServer;
  desk: JournalImportDesk;
  importId: string;
}> {
  const server = await startPlainServer();
  const folder = temporaryFolder();
  const first = await openDesk(folder, server);
  const { importId } = (await prepare(first.desk, fixture('leads-clean.csv'))).summary;
  server.hold();
  must(await first.desk.send(importId, 'fast'));
  await server.whenArrived(1);
  const closed = first.desk.close();
  server.release();
  await closed;
  const { desk } = await openDesk(folder, server);
  return { server, desk, importId };
}

function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.failure));
  }
  return result.value;
}

function fixture(name: string): string {
  return path.join(FIXTURES, name);
}

describe('the import desk', () => {
  it('shows a file’s first rows before the rest is read, and its checked rows after', async () => {
    const { desk } = await openDesk(temporaryFolder(), null);
    const opened = must(await desk.open(fixture('leads-messy.csv'), 'w'));
    expect(opened).toMatchObject({ summary: { stage: 'reading' }, totals: null, checked: null });
    expect(opened.facts.firstRows.length).toBeGreaterThan(100);
    const detail = must(await desk.whenPrepared(opened.summary.importId));
    expect(detail).toMatchObject({ summary: { stage: 'open' }, totals: { rowCount: 240 } });
    expect(detail.samples[2]?.[0]).toBe('+91-7145850108');
    const counts = detail.checked?.counts ?? noRows();
    expect(FATES.reduce((sum, fate) => sum + counts[fate], 0)).toBe(240);
  });

  it('says why a file cannot be kept where the list of imports takes nothing, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const { desk } = await openDesk(folder, null);
    const database = openDatabase(path.join(folder, 'global.sqlite'));
    database.exec('DROP TABLE import');
    database.close();
    expect(await desk.open(fixture('leads-clean.csv'), 'w')).toMatchObject({
      ok: false,
      failure: { kind: 'journal-unreadable', fileName: 'global.sqlite' },
    });
    expect(readdirSync(path.join(folder, 'imports'))).toEqual([]);
  });

  it('finds everything again after a restart', async () => {
    const folder = temporaryFolder();
    const first = await openDesk(folder, null);
    const before = await prepare(first.desk, fixture('leads-clean.csv'));
    must(await first.desk.edit(before.summary.importId, 0, 0, 'Kiran K. Verma'));
    await first.desk.close();
    const second = await openDesk(folder, null);
    expect(second.desk.imports().map(({ fileName, stage }) => [fileName, stage])).toEqual([
      ['leads-clean.csv', 'open'],
    ]);
    const after = must(await second.desk.read(before.summary.importId));
    expect({ ...after, summary: null, checked: null }).toEqual({ ...before, summary: null, checked: null });
    const page = must(await second.desk.page(before.summary.importId, { kind: 'all' }, 0, 1));
    expect(page.rows[0]?.fields['name']).toBe('Kiran K. Verma');
  });

  it('checks every row again when a field’s options become known', async () => {
    const opened = await openDesk(temporaryFolder(), null);
    const { desk } = opened;
    const detail = await prepare(desk, fixture('leads-messy.csv'));
    expect(detail.checked?.notices).toMatchObject([{ heading: 'Lead Status', kind: 'options-not-known' }]);
    const status = {
      apiName: 'status',
      label: 'Status',
      type: 'status' as const,
      options: ['Fresh', 'Won', 'Lost', 'Follow Up', 'Interested'],
      trustValues: false,
    };
    opened.workspace = { ...opened.workspace, fields: [status] };
    desk.workspaceChanged('w');
    const again = must(await desk.whenPrepared(detail.summary.importId));
    expect(again.checked?.notices).toEqual([]);
    expect(again.checked?.groups.some((group) => group.kind === 'status-unknown')).toBe(true);
  });

  it('sends what the preview shows, and reports it', async () => {
    const server = await startPlainServer();
    const folder = temporaryFolder();
    const { desk } = await openDesk(folder, server);
    const { summary } = await prepare(desk, fixture('leads-messy.csv'));
    const { importId } = summary;
    const ready = must(await desk.page(importId, { kind: 'fates', fates: ['ready'] }, 0, 500));
    const receipt = must(await desk.receipt(importId));
    expect(receipt).toMatchObject({
      readyCount: ready.total,
      obstacle: null,
      usedThisHour: 0,
      suggestedSpeed: 'fast',
    });
    must(await desk.send(importId, 'fast'));
    // A double click sends nobody twice.
    must(await desk.send(importId, 'fast'));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'finished' } });
    expect(server.arrived.map((one) => one.body).sort()).toEqual(
      ready.rows.map((row) => JSON.stringify({ fields: row.fields })).sort(),
    );
    expect(desk.imports()[0]).toMatchObject({
      stage: 'finished',
      counts: { accepted: ready.total, ready: 0 },
    });
    const report = path.join(folder, 'report.csv');
    must(await desk.saveReport(importId, 'not-accepted', report));
    const text = readFileSync(report, 'utf8');
    expect(text).toContain('Full Name');
    // A cell that a spreadsheet program would run is made harmless.
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"")"`);
    const workbook = path.join(folder, 'report.xlsx');
    must(await desk.saveReport(importId, 'all', workbook));
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('fixes a row after the others were sent, and sends it alone', async () => {
    const server = await startPlainServer();
    const { desk } = await openDesk(temporaryFolder(), server);
    const { summary } = await prepare(desk, fixture('leads-messy.csv'));
    must(await desk.send(summary.importId, 'fast'));
    await desk.whenSent();
    const before = server.arrived.length;
    const waiting = must(await desk.page(summary.importId, { kind: 'fates', fates: ['problem'] }, 0, 500));
    const row = waiting.rows.find(
      (one) => one.problems.length === 1 && one.problems[0]?.severity === 'value-left-out',
    );
    const columnIndex = row?.problems[0]?.columnIndex ?? -1;
    const edited = must(await desk.edit(summary.importId, row?.rowIndex ?? -1, columnIndex, ''));
    expect(edited.row.fate).toBe('ready');
    expect(desk.imports()[0]?.stage).toBe('open');
    must(await desk.send(summary.importId, 'fast'));
    await desk.whenSent();
    expect(server.arrived).toHaveLength(before + 1);
  });

  it('stops and takes back what has not left, so that columns can be changed again', async () => {
    const server = await startPlainServer();
    const { desk } = await openDesk(temporaryFolder(), server);
    const { summary, mapping } = await prepare(desk, fixture('leads-clean.csv'));
    server.hold();
    must(await desk.send(summary.importId, 'fast'));
    await server.whenArrived(1);
    expect(await desk.match(summary.importId, mapping)).toEqual({
      ok: false,
      failure: { kind: 'import-busy' },
    });
    const stopped = desk.stop(summary.importId);
    server.release();
    must(await stopped);
    expect(desk.imports()[0]).toMatchObject({ stage: 'open', counts: { queued: 0, sending: 0 } });
    const { accepted, ready } = desk.imports()[0]?.counts ?? { accepted: 0, ready: 0 };
    expect([accepted, accepted + ready]).toEqual([server.arrived.length, 40]);
    must(await desk.match(summary.importId, mapping));
  });

  it('goes on with a paused import under a new program, with nobody forgotten or doubled', async () => {
    const { server, desk, importId } = await restartWhileSending();
    expect(desk.imports()[0]?.stage).toBe('sending');
    must(await desk.continue(importId));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: 40 } });
    expect(new Set(server.arrived.map((one) => one.body)).size).toBe(40);
    expect(server.arrived).toHaveLength(40);
  });

  it('takes back, after a restart, what an interrupted import has not sent', async () => {
    const { server, desk, importId } = await restartWhileSending();
    must(await desk.stop(importId));
    const { stage, counts } = desk.imports()[0] ?? { stage: null, counts: noRows() };
    expect([stage, counts.queued, counts.accepted + counts.ready]).toEqual(['open', 0, 40]);
    must(await desk.send(importId, 'fast'));
    await desk.whenSent();
    expect(server.arrived).toHaveLength(40);
  });

  it('lets one program send at a time', async () => {
    const server = await startPlainServer();
    const folder = temporaryFolder();
    const one = await openDesk(folder, server);
    const other = await openDesk(folder, server);
    const first = await prepare(one.desk, fixture('leads-clean.csv'));
    const second = await prepare(other.desk, fixture('leads-clean.csv'));
    server.hold();
    must(await one.desk.send(first.summary.importId, 'fast'));
    await server.whenArrived(1);
    expect(await other.desk.send(second.summary.importId, 'fast')).toEqual({
      ok: false,
      failure: { kind: 'another-sender', pid: process.pid },
    });
    server.release();
    await one.desk.whenSent();
    must(await other.desk.send(second.summary.importId, 'fast'));
    expect(await other.desk.whenSent()).toMatchObject({ counts: { accepted: 40 } });
  });

  it('names what stands in the way of sending, in the order in which it is put right', async () => {
    const opened = await openDesk(temporaryFolder(), null, null);
    const { desk } = opened;
    const detail = await prepare(desk, fixture('leads-clean.csv'));
    const { importId } = detail.summary;
    expect(must(await desk.receipt(importId)).obstacle).toEqual({ kind: 'token-missing' });
    opened.workspace = { ...opened.workspace, enterpriseId: '' };
    expect(must(await desk.receipt(importId)).obstacle).toEqual({ kind: 'enterprise-id-missing' });
    const columns = detail.mapping.columns.map((column) =>
      column.heading === 'Phone' ? { ...column, target: { kind: 'not-sent' as const } } : column,
    );
    must(await desk.match(importId, { ...detail.mapping, columns }));
    expect(must(await desk.receipt(importId)).obstacle).toMatchObject({ kind: 'identifier-not-matched' });
  });

  it('uses a recipe made here on the next file, and explains one it cannot use', async () => {
    const { desk } = await openDesk(temporaryFolder(), null);
    const first = await prepare(desk, fixture('leads-clean.csv'));
    const columns = first.mapping.columns.map((column) =>
      column.heading === 'Rating'
        ? { ...column, target: { kind: 'not-sent' as const }, origin: 'chosen' as const }
        : column,
    );
    must(await desk.match(first.summary.importId, { ...first.mapping, columns }));
    const recipe = must(await desk.recipe(first.summary.importId));
    expect(recipe).not.toContain('Kiran');
    const second = await prepare(desk, fixture('leads-clean.csv'));
    expect(second.mapping.columns[4]?.target).toEqual({ kind: 'field', apiName: 'rating' });
    const matched = must(await desk.loadRecipe(second.summary.importId, recipe, 'may.json'));
    expect(matched.mapping.columns[4]?.target).toEqual({ kind: 'not-sent' });
    expect(await desk.loadRecipe(second.summary.importId, '{"version": 9}', 'may.json')).toEqual({
      ok: false,
      failure: { kind: 'recipe-newer', fileName: 'may.json', version: 9 },
    });
  });

  it('reads the file again in another way when the user says so', async () => {
    const { desk } = await openDesk(temporaryFolder(), null);
    const { summary, facts } = await prepare(desk, fixture('leads-clean.csv'));
    must(await desk.setReading(summary.importId, { ...facts.reading, headerRowNumber: null }));
    const again = must(await desk.whenPrepared(summary.importId));
    expect(again.totals?.rowCount).toBe(41);
    expect(again.facts.reading.headerRowNumber).toBeNull();
  });

  it('deletes an import with its journal, and nothing else', async () => {
    const folder = temporaryFolder();
    const { desk } = await openDesk(folder, null);
    const first = await prepare(desk, fixture('leads-clean.csv'));
    const second = await prepare(desk, fixture('leads-messy.csv'));
    must(await desk.delete(first.summary.importId));
    expect(desk.imports().map((summary) => summary.importId)).toEqual([second.summary.importId]);
    expect(
      readdirSync(path.join(folder, 'imports')).every((name) => name.startsWith(second.summary.importId)),
    ).toBe(true);
    expect(await desk.read(first.summary.importId)).toEqual({
      ok: false,
      failure: { kind: 'import-unknown', importId: first.summary.importId },
    });
  });

  it('does not replace a journal that will not open', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'global.sqlite'), 'not a database '.repeat(100));
    const opened = await openImportDesk({
      dataFolder: folder,
      workerUrl: WORKER,
      surroundings: { workspace: () => undefined, apiUrl: () => Promise.resolve(''), readToken: () => null },
    });
    expect(opened).toEqual({ ok: false, failure: { kind: 'journal-damaged', fileName: 'global.sqlite' } });
    expect(readFileSync(path.join(folder, 'global.sqlite'), 'utf8')).toContain('not a database');
  });
});
