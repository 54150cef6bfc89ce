import { describe, expect, it, onTestFinished } from 'vitest';
import type { ListedCatalog } from '../../../shared/catalog/listed-catalog.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { PracticeServer } from '../../../electron/practice/practice-server.ts';
import { practiceCatalog } from '../../../electron/practice/sync-catalog.ts';
import { practiceWorkspace } from '../../../electron/settings/practice-workspace.ts';
import { openSync } from '../../../electron/telecrm/open-sync.ts';
import { readCatalog } from '../../../electron/telecrm/read-catalog.ts';
import { SyncPace } from '../../../electron/telecrm/sync-pace.ts';
import { startPretendSync, type SyncAnswer } from './pretend-sync.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';

/** A clock that is moved on by whoever waits. */
function waitingClock(): {
  readonly waits: number[];
  monotonicMs(): number;
  wait(ms: number): Promise<void>;
} {
  let nowMs = 0;
  const waits: number[] = [];
  return {
    waits,
    monotonicMs: () => nowMs,
    wait: (delayMs) => {
      waits.push(delayMs);
      nowMs += delayMs;
      return Promise.resolve();
    },
  };
}

async function readFrom(
  apiUrl: string,
  options: {
    readonly token?: string | null;
    readonly enterpriseId?: string;
    readonly clock?: ReturnType<typeof waitingClock>;
    readonly signal?: AbortSignal;
    readonly onWait?: (untilMs: number | null) => void;
  } = {},
): Promise<Result<ListedCatalog, Failure>> {
  const { token = TOKEN, enterpriseId = 'acme', clock = waitingClock() } = options;
  const client = openSync(
    {
      apiUrl,
      enterpriseId,
      readToken: () => token,
      pace: new SyncPace(clock),
      onWait: options.onWait ?? ((): void => undefined),
    },
    'someone-waits',
  );
  if (!client.ok) {
    return client;
  }
  onTestFinished(() => client.value.close());
  return await readCatalog(client.value, options.signal ?? new AbortController().signal);
}

async function read(answers: Readonly<Record<string, SyncAnswer>>): Promise<Result<ListedCatalog, Failure>> {
  const { url } = await startPretendSync(answers);
  return await readFrom(url);
}

function catalogIn(result: Result<ListedCatalog, Failure>): ListedCatalog {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.failure));
  }
  return result.value;
}

const ONE_FIELD = { 'GET custom-fields': { body: { customFields: [{ apiName: 'city', type: 'TEXT' }] } } };

describe('the practice Sync API', () => {
  it('is read whole, page by page, with everything understood', async () => {
    const server = new PracticeServer({ catalog: () => practiceCatalog(practiceWorkspace('Practice')) });
    const { url, enterpriseId, syncToken } = await server.start();
    onTestFinished(() => server.stop());
    const catalog = catalogIn(await readFrom(url, { token: syncToken, enterpriseId }));
    expect(catalog.notes).toEqual([]);
    expect(catalog.fields.every(({ type }) => type !== null)).toBe(true);
    expect(catalog.fields.find(({ apiName }) => apiName === 'lead_source')).toMatchObject({
      type: 'dropdown',
      options: expect.arrayContaining(['Referral']) as string[],
    });
    expect(catalog.fields.find(({ id }) => id === catalog.identifierFieldId)?.apiName).toBe('phone');
    expect(catalog.actions?.map(({ type }) => type)).toEqual(['ACTION_1001', 'ACTION_1002']);
    expect(catalog.pipeline?.lostStatuses).toEqual(['Lost']);
    expect(catalog.pipeline?.lostReasons).toContain('Too expensive');
    expect(catalog.team).toHaveLength(12);
    expect(catalog.team?.filter(({ isActive }) => !isActive)).toHaveLength(1);
  });

  it('takes no Async token, and the Async API no Sync token', async () => {
    const server = new PracticeServer();
    const { url, enterpriseId, token, syncToken } = await server.start();
    onTestFinished(() => server.stop());
    expect(await readFrom(url, { token, enterpriseId })).toEqual({
      ok: false,
      failure: { kind: 'sync-token-refused' },
    });
    const response = await fetch(`${url}/enterprise/${enterpriseId}/autoupdatelead`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${syncToken}` },
      body: '{"fields":{"phone":"919812345670"}}',
    });
    expect(response.status).toBe(401);
  });
});

describe('other shapes', () => {
  it.each<[string, unknown]>([
    ['under another name', { data: [{ apiName: 'city', type: 'drop-down', options: ['Pune'] }] }],
    ['as a bare list', [{ apiName: 'city', type: 'Dropdown', options: [{ label: 'Pune' }] }]],
    ['within data', { data: { customFields: [{ apiName: 'city', type: 'DROP_DOWN', options: ['Pune'] }] } }],
    [
      'with numbers as labels',
      {
        customFields: [
          { apiName: 'city', type: 'DROPDOWN', options: [{ label: 'Pune' }, { label: '' }, null] },
        ],
      },
    ],
  ])('of the fields are understood: %s', async (_name, body) => {
    const catalog = catalogIn(await read({ 'GET custom-fields': { body } }));
    expect(catalog.fields).toMatchObject([{ apiName: 'city', type: 'dropdown', options: ['Pune'] }]);
  });

  it.each<[string, unknown]>([
    [
      'stages',
      {
        leadStages: [
          { stageType: 'OPEN', activeStatuses: [{ label: 'Fresh' }] },
          { stageType: 'LOST', activeStatuses: ['Dead'], archivedStatuses: ['Old'] },
        ],
      },
    ],
    [
      'flat objects',
      {
        statuses: [
          { label: 'Fresh', stageType: 'OPEN' },
          { label: 'Dead', stageType: 'lost' },
          { label: 'Old', archived: true },
        ],
      },
    ],
  ])('of the pipeline are understood: %s', async (_name, body) => {
    const catalog = catalogIn(await read({ ...ONE_FIELD, 'GET lead-stage-pipeline': { body } }));
    expect(catalog.pipeline).toMatchObject({ statuses: ['Fresh', 'Dead'], lostStatuses: ['Dead'] });
  });

  it('of flat statuses say nothing about which are lost', async () => {
    const body = { statuses: ['Fresh', 'Dead'], lostReasons: ['Too far'] };
    const catalog = catalogIn(await read({ ...ONE_FIELD, 'GET lead-stage-pipeline': { body } }));
    expect(catalog.pipeline).toEqual({
      statuses: ['Fresh', 'Dead'],
      lostStatuses: null,
      lostReasons: ['Too far'],
    });
  });

  it('of actions are understood, and Telecrm’s own are passed over', async () => {
    const body = {
      customActions: [
        { code: 1001, displayName: 'Visit', fieldSchema: [{ key: 'when', type: 'DATE' }] },
        { code: 'CALL_LOG', displayName: 'Call' },
        {
          code: 'ACTION_1002',
          displayName: 'Demo',
          fieldSchema: { mood: { type: 'EMOJI' } },
          allowPredatedActivity: true,
        },
      ],
    };
    const catalog = catalogIn(await read({ ...ONE_FIELD, 'GET custom-actions': { body } }));
    expect(catalog.actions).toMatchObject([
      {
        type: 'ACTION_1001',
        label: 'Visit',
        fields: [{ apiName: 'when', type: 'date' }],
        allowsOwnTime: null,
      },
      {
        type: 'ACTION_1002',
        fields: [{ apiName: 'mood', type: null, typeName: 'EMOJI' }],
        allowsOwnTime: true,
      },
    ]);
  });

  it('keeps what is understood and names the rest', async () => {
    const catalog = catalogIn(
      await read({
        'GET custom-fields': {
          body: {
            customFields: [
              { apiName: 'city', type: 'TEXT' },
              { apiName: 'city', type: 'TEXT' },
              7,
              { apiName: 'two words' },
            ],
          },
        },
        'GET metadata': { body: {} },
        'GET custom-actions': { body: { hello: 'world' } },
        'GET lead-stage-pipeline': { status: 500, body: '<html><title>Oops</title></html>' },
        'GET team-members': {
          body: { data: [{ name: 'Asha', email: 'asha@acme.example' }], total_count: 1 },
        },
      }),
    );
    expect(catalog.fields.map(({ apiName }) => apiName)).toEqual(['city']);
    expect([catalog.actions, catalog.pipeline, catalog.team?.length]).toEqual([null, null, 1]);
    expect(catalog.notes).toEqual([
      { kind: 'entries-unreadable', part: 'fields', count: 2, all: 4 },
      { kind: 'name-twice', apiName: 'city' },
      { kind: 'part-unreadable', part: 'actions', status: null },
      { kind: 'part-unreadable', part: 'pipeline', status: 500 },
    ]);
  });

  it('tells how many options, actions and fields of actions it leaves out, and which codes', async () => {
    const labels = Array.from({ length: 10_003 }, (_unused, id) => `Option ${id}`);
    const catalog = catalogIn(
      await read({
        'GET custom-fields': {
          body: {
            customFields: [
              { apiName: 'course', type: 'DROPDOWN', options: labels },
              { apiName: 'batch', type: 'DROPDOWN', options: ['A', 'x'.repeat(501)] },
            ],
          },
        },
        'GET custom-actions': {
          body: [
            { code: 'ACTION_1', fieldSchema: { outcome: 'TEXT', 'two words': 'TEXT' } },
            { code: 'ACTION_VISIT' },
            { code: 'CALL' },
          ],
        },
        'GET lead-stage-pipeline': { body: { statuses: labels } },
      }),
    );
    expect(catalog.fields.map(({ options }) => options?.length)).toEqual([10_000, 1]);
    expect(catalog.pipeline?.statuses).toHaveLength(10_000);
    expect(catalog.notes.filter(({ kind }) => kind !== 'part-unreadable')).toEqual([
      { kind: 'labels-left-out', apiName: 'course', count: 3 },
      { kind: 'labels-left-out', apiName: 'batch', count: 1 },
      { kind: 'action-fields-left-out', action: 'ACTION_1', count: 1 },
      { kind: 'action-code-unknown', code: 'ACTION_VISIT' },
      { kind: 'labels-left-out', apiName: 'status', count: 3 },
    ]);
  });

  it('reads five thousand options', async () => {
    const options = Array.from({ length: 5_000 }, (_unused, id) => ({ id: `${id}`, label: `Option ${id}` }));
    const body = { customFields: [{ apiName: 'course', type: 'DROPDOWN', options }] };
    const catalog = catalogIn(await read({ 'GET custom-fields': { body } }));
    expect(catalog.fields[0]?.options).toHaveLength(5_000);
  });

  it('takes a bare nothing for no answer, so that a team and actions stay', async () => {
    const nothing = { body: [] };
    const answers = { ...ONE_FIELD, 'GET custom-actions': nothing, 'GET team-members': nothing };
    const catalog = catalogIn(await read(answers));
    expect(catalog).toMatchObject({ actions: null, team: null });
    expect(catalog.notes).toEqual(
      expect.arrayContaining([
        { kind: 'part-unreadable', part: 'actions', status: null },
        { kind: 'part-unreadable', part: 'team', status: null },
      ]),
    );
    const none = { body: { data: [], total_count: 0 } };
    expect(catalogIn(await read({ ...answers, 'GET team-members': none })).team).toEqual([]);
  });

  it('ends at a server that gives the same page of people for ever', async () => {
    const data = Array.from({ length: 10 }, (_unused, index) => ({ email: `p${index}@acme.example` }));
    const { url, seen } = await startPretendSync({
      ...ONE_FIELD,
      'GET team-members': { body: { data, total_count: 1_000_000 } },
    });
    expect(catalogIn(await readFrom(url)).team).toHaveLength(10);
    expect(seen.filter(({ call }) => call.startsWith('GET team-members'))).toHaveLength(2);
  });
});

describe('what cannot be read', () => {
  it.each<[string, SyncAnswer, Failure]>([
    [
      '401',
      { status: 401, body: { error: { code: 'NOT_AUTHORIZED', message: 'No' } } },
      { kind: 'sync-token-refused' },
    ],
    [
      '403 with the token’s code',
      { status: 403, body: { error: 'UNAUTHORIZED' } },
      { kind: 'sync-token-refused' },
    ],
    [
      'a web page',
      { body: '<!doctype html><html><title>Wi-Fi</title></html>' },
      { kind: 'sync-in-the-way', what: 'not-telecrm', words: 'Wi-Fi' },
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' },
      { kind: 'sync-in-the-way', what: 'not-telecrm', words: '' },
    ],
    [
      'a page that forbids',
      { status: 403, body: '<html><title>Blocked by your company</title></html>' },
      { kind: 'sync-in-the-way', what: 'not-telecrm', words: 'Blocked by your company' },
    ],
    [
      'a network that wants to know who asks',
      { status: 511, body: '<html><title>Log in</title></html>' },
      { kind: 'sync-in-the-way', what: 'not-telecrm', words: 'Log in' },
    ],
    [
      'a proxy that wants a password',
      { status: 407, body: '' },
      { kind: 'sync-in-the-way', what: 'proxy-password', words: '' },
    ],
    [
      'an error page',
      { status: 502, body: '<html><title>Bad Gateway</title></html>' },
      { kind: 'sync-error', status: 502, words: 'Bad Gateway' },
    ],
    ['text', { body: 'OK' }, { kind: 'sync-not-understood', call: 'fields' }],
    ['another object', { body: { hello: 'world' } }, { kind: 'sync-not-understood', call: 'fields' }],
    ['a bare nothing', { body: [] }, { kind: 'sync-not-understood', call: 'fields' }],
    ['a list of nothing known', { body: [1, 2, 3] }, { kind: 'sync-not-understood', call: 'fields' }],
    [
      'fifty megabytes',
      { body: Buffer.alloc(50_000_000, 0x20) },
      { kind: 'sync-not-understood', call: 'fields' },
    ],
    [
      'a long wait',
      { status: 429, headers: { 'retry-after': '3000' }, body: '{"message":"Slow"}' },
      { kind: 'sync-error', status: 429, words: 'Slow' },
    ],
  ])('is told: %s', async (_name, answer, failure) => {
    expect(await read({ 'GET metadata': { body: {} }, 'GET custom-fields': answer })).toEqual({
      ok: false,
      failure,
    });
  });

  it('a refused token ends it at the first call, and never comes along in what is told', async () => {
    const { url, seen } = await startPretendSync({
      'GET metadata': { status: 400, body: { message: `Bad token ${TOKEN}` } },
      'GET custom-fields': { status: 400, body: { message: `Bad token ${TOKEN}` } },
    });
    const result = await readFrom(url);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'sync-error', status: 400 } });
    expect(JSON.stringify(result)).not.toContain(TOKEN.slice(0, 8));
    expect(seen[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it.each<[string, string | null, Failure]>([
    ['no token', null, { kind: 'sync-token-missing' }],
    ['a token that no header can carry', 'a\nb', { kind: 'sync-token-refused' }],
    ['an enterprise id in its place', '5f0c1d2e3a4b5c6d7e8f9a0b', { kind: 'token-is-enterprise-id' }],
  ])('is told before anything is asked: %s', async (_name, token, failure) => {
    expect(await readFrom('http://127.0.0.1:9', { token })).toEqual({ ok: false, failure });
  });

  it('nobody there', async () => {
    expect(await readFrom('http://127.0.0.1:9')).toMatchObject({
      ok: false,
      failure: { kind: 'sync-unreachable', code: 'ECONNREFUSED' },
    });
  });
});

describe('the pace', () => {
  it('is one call a second', async () => {
    const clock = waitingClock();
    const { url, seen } = await startPretendSync(ONE_FIELD);
    catalogIn(await readFrom(url, { clock }));
    expect(clock.waits).toEqual(new Array(seen.length - 1).fill(1_000));
  });

  it('slows down when it is asked to, and asks again', async () => {
    const clock = waitingClock();
    let calls = 0;
    const { url } = await startPretendSync({
      ...ONE_FIELD,
      'GET metadata': () => {
        calls += 1;
        return calls === 1
          ? { status: 429, headers: { 'retry-after': '7' }, body: {} }
          : { body: { leadIdentifierFieldId: 'x' } };
      },
    });
    const told: (number | null)[] = [];
    const onWait = (untilMs: number | null): void => {
      told.push(untilMs);
    };
    const beganMs = Date.now();
    expect(catalogIn(await readFrom(url, { clock, onWait })).identifierFieldId).toBe('x');
    expect(calls).toBe(2);
    expect(clock.waits[0]).toBe(7_000);
    // Once, with the moment at which it goes on; the gaps between calls are no news.
    expect(told).toEqual([expect.any(Number), null]);
    expect(told[0]).toBeGreaterThanOrEqual(beganMs + 7_000);
  });

  it('ends as soon as it is given up', async () => {
    const stop = new AbortController();
    const { url, seen } = await startPretendSync({
      ...ONE_FIELD,
      'GET metadata': () => {
        stop.abort();
        return { body: {} };
      },
    });
    expect(await readFrom(url, { signal: stop.signal })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
    expect(seen).toHaveLength(1);
  });
});
