import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newWorkspace, type Workspace } from '../../../shared/catalog/workspace.ts';
import { openImportDesk, type JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { startPlainServer, type Arrived, type PlainServer } from '../cli/plain-server.ts';
import { phoneOf, temporaryFolder } from '../journal/made-import.ts';
import { must } from './desk-on.ts';

const WORKER = new URL('../../../electron/preparing/worker.ts', import.meta.url);

/** What a desk of these tests sends to; may be changed while it is open. */
type World = {
  readonly folder: string;
  readonly server: PlainServer;
  readonly tokens: Record<string, string>;
  readonly workspaces: Record<string, Partial<Workspace>>;
};

async function worldOf(answer?: (arrived: Arrived) => number): Promise<World> {
  const server = await startPlainServer(answer);
  return { folder: temporaryFolder(), server, tokens: { w: 'a-token', other: 'b-token' }, workspaces: {} };
}

async function deskIn(world: World, line: 'moves' | 'stays' = 'moves'): Promise<JournalImportDesk> {
  const workspaceOf = (workspaceId: string): Workspace => ({
    ...newWorkspace('Acme'),
    enterpriseId: '5f0c1d2e3a4b5c6d7e8f9a0b',
    apiUrl: world.server.url,
    tokenSharing: 'alone',
    ...world.workspaces[workspaceId],
  });
  const desk = must(
    await openImportDesk({
      dataFolder: world.folder,
      workerUrl: WORKER,
      line,
      surroundings: {
        workspace: (workspaceId) => ({
          workspaceId,
          workspace: workspaceOf(workspaceId),
          token: 'this-session',
          syncToken: 'none',
          isPractice: false,
        }),
        apiUrl: () => Promise.resolve(world.server.url),
        readToken: (workspaceId) => world.tokens[workspaceId] ?? null,
      },
    }),
  );
  onTestFinished(() => desk.close());
  return desk;
}

/** An import of `count` people, none of whom is in another one with another `from`. Every third has no name. */
async function prepare(world: World, desk: JournalImportDesk, from: number, count = 6, workspaceId = 'w') {
  const file = path.join(world.folder, `people-${from}.csv`);
  const rows = Array.from(
    { length: count },
    (_unused, index) => `${index % 3 === 2 ? '' : `Person ${index}`},${phoneOf(from + index)}`,
  );
  writeFileSync(file, `Name,Phone\n${rows.join('\n')}\n`);
  const opened = must(await desk.open(file, workspaceId));
  const { importId } = opened.summary;
  must(await desk.whenPrepared(importId));
  return importId;
}

/** Which import each request belongs to, by its people. */
function orderOf({ server }: World): readonly number[] {
  const froms = server.arrived.map(({ body }) => {
    const phone = Number(/"phone":"91(\d+)"/u.exec(body)?.[1]);
    return Math.floor((phone - 9_000_000_001) / 7 / 1_000) * 1_000;
  });
  return froms.filter((from, index) => from !== froms[index - 1]);
}

function timesOfEach({ server }: World): readonly number[] {
  const times = new Map<string, number>();
  for (const { body } of server.arrived) {
    times.set(body, (times.get(body) ?? 0) + 1);
  }
  return [...times.values()];
}

describe('several imports', () => {
  it('wait in line, in the order the user gives them, and are sent one after the other', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const [first, second, third] = [
      await prepare(world, desk, 0),
      await prepare(world, desk, 1_000),
      await prepare(world, desk, 2_000),
    ];
    world.server.hold();
    must(await desk.send(first, 'fast'));
    must(await desk.send(second, 'fast'));
    must(await desk.send(third, 'fast'));
    // Second clicks change nothing, wherever the import is.
    must(await desk.send(second, 'fast'));
    must(await desk.continue(second));
    must(await desk.send(first, 'fast'));
    expect(desk.line()).toEqual([second, third]);
    must(await desk.moveInLine(third, 0));
    must(await desk.moveInLine(third, 0));
    must(await desk.moveInLine(first, 0));
    expect(desk.line()).toEqual([third, second]);
    // What waits is frozen, and cannot be changed behind the sender's back.
    const detail = must(await desk.read(third));
    expect(await desk.match(third, detail.mapping)).toMatchObject({ ok: false });
    world.server.release();
    expect(await desk.whenSent()).toMatchObject({ importId: second, state: { kind: 'finished' } });
    expect(orderOf(world)).toEqual([0, 2_000, 1_000]);
    expect(timesOfEach(world)).toEqual(Array.from({ length: 18 }, () => 1));
    expect(desk.imports().every(({ stage }) => stage === 'finished')).toBe(true);
  });

  it('all wait when the user pauses, also over a restart, until he goes on with one', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const first = await prepare(world, desk, 0);
    const second = await prepare(world, desk, 1_000);
    const third = await prepare(world, desk, 2_000);
    world.server.hold();
    must(await desk.send(first, 'fast'));
    await world.server.whenArrived(1);
    must(await desk.send(second, 'fast'));
    must(await desk.send(third, 'fast'));
    const paused = desk.pause();
    world.server.release();
    must(await paused);
    expect(await desk.whenSent()).toMatchObject({ importId: first, state: { kind: 'paused' } });
    await desk.close();

    const next = await deskIn(world);
    expect([next.line(), next.sending()]).toEqual([[second, third], null]);
    expect(orderOf(world)).toEqual([0]);
    // The user takes another one first, and takes one out of the line.
    must(await next.stop(second));
    expect(next.imports().find(({ importId }) => importId === second)).toMatchObject({
      stage: 'open',
      counts: { ready: 6, queued: 0 },
    });
    must(await next.continue(third));
    await next.whenSent();
    must(await next.continue(first));
    await next.whenSent();
    expect(orderOf(world)).toEqual([0, 2_000, 0]);
    expect(timesOfEach(world)).toEqual(Array.from({ length: 12 }, () => 1));
  });

  it('of another workspace go on when one workspace’s token is refused; those of the same one wait', async () => {
    const world = await worldOf(({ authorization }) => (authorization.includes('a-token') ? 401 : 200));
    const desk = await deskIn(world);
    const first = await prepare(world, desk, 0);
    const same = await prepare(world, desk, 1_000);
    const other = await prepare(world, desk, 2_000, 6, 'other');
    world.server.hold();
    must(await desk.send(first, 'fast'));
    must(await desk.send(same, 'fast'));
    must(await desk.send(other, 'fast'));
    world.server.release();
    await desk.whenSent();
    const byId = new Map(desk.imports().map((summary) => [summary.importId, summary]));
    expect(byId.get(first)).toMatchObject({ stage: 'sending', failure: { kind: 'token-refused' } });
    expect(byId.get(other)).toMatchObject({ stage: 'finished', counts: { accepted: 6 } });
    expect(desk.line()).toEqual([same]);
    // The token is replaced: nothing has lost its place.
    world.tokens['w'] = 'c-token';
    must(await desk.continue(first));
    await desk.whenSent();
    expect(desk.imports().every(({ stage, counts }) => stage === 'finished' && counts.accepted === 6)).toBe(
      true,
    );
  });

  it('are left alone by the command line, which sends its own and ends', async () => {
    const world = await worldOf();
    const window = await deskIn(world);
    const first = await prepare(world, window, 0);
    const second = await prepare(world, window, 1_000);
    world.server.hold();
    must(await window.send(first, 'fast'));
    await world.server.whenArrived(1);
    must(await window.send(second, 'fast'));
    const closed = window.close();
    world.server.release();
    await closed;
    const cli = await deskIn(world, 'stays');
    must(await cli.continue(first));
    await cli.whenSent();
    expect(orderOf(world)).toEqual([0]);
    expect(cli.line()).toEqual([second]);
  });
});

describe('a few leads first', () => {
  it('go alone, and the others wait until the user has looked, also over a restart', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 30);
    must(await desk.send(importId, 'fast', true));
    const status = await desk.whenSent();
    // Row 2 has everything, row 4 has no name, and there is nothing else to show.
    expect(status).toMatchObject({
      state: { kind: 'few-sent', rowNumbers: [2, 4, 6] },
      counts: { accepted: 3, queued: 27 },
    });
    expect(world.server.arrived).toHaveLength(3);
    expect(desk.imports()[0]).toMatchObject({ stage: 'sending', failure: null });
    await desk.close();

    const next = await deskIn(world);
    expect(next.imports()[0]).toMatchObject({ stage: 'sending', fewSent: [2, 4, 6] });
    must(await next.continue(importId));
    expect(await next.whenSent()).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: 30 } });
    expect(timesOfEach(world)).toEqual(Array.from({ length: 30 }, () => 1));
    const kinds = must(await next.events(importId, 0, 10)).events.map(({ kind, leadCount }) => [
      kind,
      leadCount,
    ]);
    expect(kinds).toEqual([
      ['finished', 30],
      ['continued', 27],
      ['few-sent', 3],
      ['started', 30],
    ]);
  });

  it('do not let the others go when sending stopped before all of them were answered', async () => {
    let isRefused = true;
    const world = await worldOf(() => (isRefused ? 401 : 200));
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 30);
    must(await desk.send(importId, 'fast', true));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'stopped' } });
    isRefused = false;
    must(await desk.continue(importId));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'few-sent' }, counts: { accepted: 3 } });
  });

  it('wait to be looked at in several imports, whatever is sent meanwhile, also over a restart', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const ids = [await prepare(world, desk, 0, 30), await prepare(world, desk, 1_000, 12)];
    const otherId = await prepare(world, desk, 2_000, 5);
    for (const importId of ids) {
      must(await desk.send(importId, 'fast', true));
      expect(await desk.whenSent()).toMatchObject({ importId, state: { kind: 'few-sent' } });
    }
    must(await desk.send(otherId, 'fast'));
    expect(await desk.whenSent()).toMatchObject({ importId: otherId, state: { kind: 'finished' } });
    const few = (of: JournalImportDesk) =>
      [...ids, otherId].map((id) => of.imports().find(({ importId }) => importId === id)?.fewSent);
    expect(few(desk)).toEqual([[2, 4, 6], [2, 3, 4], null]);
    await desk.close();

    const next = await deskIn(world);
    expect(few(next)).toEqual([[2, 4, 6], [2, 3, 4], null]);
    for (const importId of ids) {
      must(await next.continue(importId));
      expect(await next.whenSent()).toMatchObject({ importId, state: { kind: 'finished' } });
    }
    expect(few(next)).toEqual([null, null, null]);
    expect(timesOfEach(world)).toEqual(Array.from({ length: 47 }, () => 1));
  });

  it('are not passed over when one of them is sent again after another import', async () => {
    let refused = 1;
    const world = await worldOf(() => ((refused -= 1) >= 0 ? 400 : 200));
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 30);
    const otherId = await prepare(world, desk, 1_000, 5);
    must(await desk.send(importId, 'fast', true));
    expect(await desk.whenSent()).toMatchObject({ counts: { accepted: 2, rejected: 1 } });
    world.server.hold();
    must(await desk.send(otherId, 'fast'));
    must(await desk.retry(importId, 'rejected'));
    expect(desk.line()).toEqual([importId]);
    // The user has seen only that it waits its turn.
    const paused = desk.pause();
    world.server.release();
    must(await paused);
    must(await desk.continue(importId));
    expect(await desk.whenSent()).toMatchObject({
      importId,
      state: { kind: 'few-sent' },
      counts: { accepted: 3, queued: 27 },
    });
    expect(desk.imports().find((summary) => summary.importId === importId)?.fewSent).toEqual([2, 4, 6]);
  });

  it('can be sent again alone, or all taken back, after the user has looked', async () => {
    let refused = 1;
    const world = await worldOf(() => ((refused -= 1) >= 0 ? 400 : 200));
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 30);
    must(await desk.send(importId, 'fast', true));
    expect(await desk.whenSent()).toMatchObject({ counts: { accepted: 2, rejected: 1 } });
    must(await desk.retry(importId, 'rejected'));
    expect(await desk.whenSent()).toMatchObject({
      state: { kind: 'few-sent' },
      counts: { accepted: 3, rejected: 0, queued: 27 },
    });
    must(await desk.stop(importId));
    must(await desk.stop(importId));
    expect(desk.imports()[0]).toMatchObject({ stage: 'open', counts: { accepted: 3, ready: 27 } });
    expect(desk.sending()).toBeNull();
    must(await desk.send(importId, 'fast'));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: 30 } });
  });
});

describe('a new token', () => {
  it('takes the reason away that sending stopped for, and nothing leaves until the user goes on', async () => {
    const world = await worldOf(({ authorization }) => (authorization === 'Bearer a-token' ? 401 : 200));
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0);
    must(await desk.send(importId, 'fast'));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'stopped' } });
    const refused = world.server.arrived.length;
    desk.tokenSaved('other');
    expect(desk.sending()).toMatchObject({ state: { kind: 'stopped' } });
    world.tokens['w'] = 'c-token';
    desk.tokenSaved('w');
    expect([desk.sending(), desk.imports()[0]]).toMatchObject([
      { state: { kind: 'paused' } },
      { stage: 'sending', failure: null },
    ]);
    expect(world.server.arrived).toHaveLength(refused);
    must(await desk.continue(importId));
    expect(await desk.whenSent()).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: 6 } });
  });
});

describe('another speed', () => {
  it('holds from now on while an import is sent, and from the next start on while it is held', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 12);
    // Nothing is held yet, and nothing is remembered of it.
    must(await desk.setSpeed(importId, 'even'));
    expect(desk.imports()[0]?.speed).toBeNull();
    world.server.hold();
    must(await desk.send(importId, 'even'));
    await world.server.whenArrived(1);
    must(await desk.setSpeed(importId, 'fast'));
    must(await desk.setSpeed(importId, 'even'));
    const paused = desk.pause();
    world.server.release();
    must(await paused);
    expect([await desk.whenSent(), desk.imports()[0]]).toMatchObject([
      { state: { kind: 'paused' }, speed: 'even' },
      { speed: 'even' },
    ]);
    must(await desk.setSpeed(importId, 'fast'));
    expect([desk.sending(), desk.imports()[0]]).toMatchObject([{ speed: 'fast' }, { speed: 'fast' }]);
    must(await desk.setSpeed(importId, 'even'));
    await desk.close();

    const next = await deskIn(world);
    expect(next.imports()[0]).toMatchObject({ stage: 'sending', speed: 'even' });
    must(await next.setSpeed(importId, 'fast'));
    must(await next.continue(importId));
    expect(await next.whenSent()).toMatchObject({ state: { kind: 'finished' }, speed: 'fast' });
    expect(timesOfEach(world)).toEqual(Array.from({ length: 12 }, () => 1));
  });
});

describe('what is pressed twice, or from two places', () => {
  it('sends nobody twice and forgets nobody', async () => {
    let refused = 4;
    const world = await worldOf(() => ((refused -= 1) >= 0 ? 400 : 200));
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 12);
    await Promise.all([desk.send(importId, 'fast'), desk.send(importId, 'fast')]);
    expect(await desk.whenSent()).toMatchObject({ counts: { accepted: 8, rejected: 4 } });
    const rejected = must(await desk.page(importId, { kind: 'fates', fates: ['rejected'] }, 0, 50)).rows;
    const [one, two] = rejected.map(({ rowIndex }) => rowIndex);
    const only = [one ?? -1, two ?? -1];
    const results = await Promise.all([
      desk.retry(importId, 'rejected', only),
      desk.retry(importId, 'rejected', only),
      desk.continue(importId),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await desk.whenSent()).toMatchObject({ counts: { accepted: 10, rejected: 2 } });
    expect(world.server.arrived).toHaveLength(14);
    const attempts = must(await desk.attempts(importId, one ?? -1, 0, 10));
    expect(attempts.attempts.map(({ end, status }) => [end, status])).toEqual([
      ['accepted', 200],
      ['rejected', 400],
    ]);
    expect(must(await desk.attempts(importId, null, 0, 500)).total).toBe(14);
    await Promise.all([desk.pause(), desk.pause(), desk.stop(importId)]);
  });

  it('puts refused leads back in the queue of a run that is under way', async () => {
    let refused = 1;
    const world = await worldOf(() => ((refused -= 1) >= 0 ? 400 : 200));
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 12);
    must(await desk.send(importId, 'fast'));
    await world.server.whenArrived(1);
    world.server.hold();
    await world.server.whenArrived(2);
    must(await desk.retry(importId, 'rejected'));
    world.server.release();
    expect(await desk.whenSent()).toMatchObject({ counts: { accepted: 12, rejected: 0 } });
    expect(world.server.arrived).toHaveLength(13);
  });

  it('by another program is refused while this one sends, and changes nothing', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 12);
    const other = await deskIn(world);
    world.server.hold();
    must(await desk.send(importId, 'fast'));
    await world.server.whenArrived(1);
    const busy = { ok: false, failure: { kind: 'another-sender', pid: process.pid } };
    expect(await other.continue(importId)).toEqual(busy);
    expect(await other.retry(importId, 'unknown')).toEqual(busy);
    expect(await other.stop(importId)).toEqual(busy);
    expect(await other.delete(importId)).toEqual(busy);
    expect(await other.skipRow(importId, 5, true)).toMatchObject({
      ok: false,
      failure: { kind: 'import-busy' },
    });
    world.server.release();
    expect(await desk.whenSent()).toMatchObject({ counts: { accepted: 12, unknown: 0 } });
    // What the other program knows of it is what is true now, not what it saw at its start.
    expect(await other.send(importId, 'fast')).toMatchObject({
      ok: false,
      failure: { kind: 'nothing-to-send' },
    });
    expect(must(await other.read(importId)).checked?.counts).toMatchObject({ accepted: 12, ready: 0 });
    expect(timesOfEach(world)).toEqual(Array.from({ length: 12 }, () => 1));
  });
});

describe('a workspace that is changed while its import is sent', () => {
  it('gives more or less room to other programs at once', async () => {
    const world = await worldOf();
    world.workspaces['w'] = { tokenSharing: 'shared', keepFreeShare: 0.2 };
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 12);
    world.server.hold();
    must(await desk.send(importId, 'fast'));
    await world.server.whenArrived(1);
    expect(desk.sending()).toMatchObject({ limitPerHour: 14_400 });
    world.workspaces['w'] = { tokenSharing: 'shared', keepFreeShare: 0.5 };
    desk.workspaceChanged('w');
    world.server.release();
    const status = await desk.whenSent();
    expect(status).toMatchObject({ limitPerHour: 9_000, usedThisHour: 12, counts: { accepted: 12 } });
    expect(status?.freesAtMs).toBeGreaterThan(Date.now() + 3_300_000);
    expect(must(await desk.receipt(importId))).toMatchObject({ keptFree: 9_000, usedThisHour: 12 });
  });

  it('goes on with a new token under the new token’s allowance', async () => {
    const world = await worldOf();
    const desk = await deskIn(world);
    const importId = await prepare(world, desk, 0, 40);
    world.server.hold();
    must(await desk.send(importId, 'fast'));
    await world.server.whenArrived(1);
    world.tokens['w'] = 'new-token';
    world.server.release();
    const status = await desk.whenSent();
    expect(status).toMatchObject({ state: { kind: 'finished' }, counts: { accepted: 40 } });
    // Only the first request left with the old one; no request with the new one is missing in its record.
    const withNew = world.server.arrived.filter(({ authorization }) => authorization.includes('new-token'));
    expect(withNew.length).toBe(39);
    expect(status?.usedThisHour).toBe(39);
    expect(timesOfEach(world)).toEqual(Array.from({ length: 40 }, () => 1));
  });
});
