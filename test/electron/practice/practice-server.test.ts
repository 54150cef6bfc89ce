import { afterEach, describe, expect, test } from 'vitest';
import {
  PracticeServer,
  type PracticeAddress,
  type PracticeServerOptions,
} from '../../../electron/practice/practice-server.ts';

let server = new PracticeServer();
let address: PracticeAddress = { url: '', enterpriseId: '', token: '', syncToken: '' };

async function start(options: PracticeServerOptions = {}): Promise<void> {
  server = new PracticeServer(options);
  address = await server.start();
}

afterEach(() => server.stop());

function post(
  body: string,
  changes: { readonly token?: string; readonly enterpriseId?: string } = {},
): Promise<Response> {
  const { token, enterpriseId } = { ...address, ...changes };
  return fetch(`${address.url}/enterprise/${enterpriseId}/autoupdatelead`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body,
  });
}

function lead(phone: string): string {
  return JSON.stringify({ fields: { phone, name: `Lead ${phone}` } });
}

describe('answers as documented', () => {
  test('a lead is queued, and kept byte for byte with its time', async () => {
    await start({ nowMs: () => 1_234 });
    const body = ' {"fields": {"phone":"919000000001","name":"आशा"}} ';
    const response = await post(body);
    expect([response.status, await response.json()]).toEqual([200, { status: 'QUEUED' }]);
    expect(server.received()).toEqual([
      {
        number: 1,
        atMs: 1_234,
        body: Buffer.from(body),
        parsed: { fields: { phone: '919000000001', name: 'आशा' } },
        isTakenIn: true,
        status: 200,
      },
    ]);
  });

  test.each([
    ['a wrong token', { token: 'x' }, null],
    ['no token', { token: '' }, null],
    ['another enterprise', { enterpriseId: 'other' }, 'other'],
  ])('%s is refused with 401 and a message that echoes the enterprise', async (_, changes, enterpriseId) => {
    await start();
    const response = await post(lead('919000000001'), changes);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: {
        code: 'NOT_AUTHORIZED',
        message: `Not authorized for enterprise ${enterpriseId ?? address.enterpriseId}`,
      },
    });
    expect(server.leads()).toEqual([]);
    expect(server.received()).toMatchObject([{ isTakenIn: false, status: 401 }]);
  });

  test.each(['not json', '[]', '{}', '{"fields":[]}', '{"fields":null}', ''])(
    '%j is refused with 400',
    async (body) => {
      await start();
      expect((await post(body)).status).toBe(400);
      expect(server.leads()).toEqual([]);
    },
  );

  test('other addresses are 404, also under other methods', async () => {
    await start();
    const statuses = await Promise.all([
      fetch(`${address.url}/x`),
      fetch(`${address.url}/enterprise/${address.enterpriseId}/autoupdatelead`, { method: 'PUT' }),
      fetch(`${address.url}/enterprise/${address.enterpriseId}/other`, { method: 'POST', body: '{}' }),
    ]);
    expect(statuses.map((response) => response.status)).toEqual([404, 404, 404]);
    expect(server.requestCount).toBe(0);
  });

  test('makes up a token and an enterprise id of Telecrm’s shape', async () => {
    await start();
    expect(address.enterpriseId).toMatch(/^[0-9a-f]{24}$/u);
    expect(address.token).toMatch(/^[0-9a-f-]{36}\d{13}:[0-9a-f-]{36}$/u);
  });
});

describe('the quota', () => {
  test.each([
    ['seconds' as const, '1801'],
    ['date' as const, 'Thu, 01 Jan 1970 01:00:02 GMT'],
    ['none' as const, null],
  ])('beyond it 429, saying how long to wait in %s', async (retryAfter, expected) => {
    let nowMs = 1_500;
    await start({ quotaPerHour: 2, retryAfter, nowMs: () => nowMs });
    expect((await post(lead('919000000001'))).status).toBe(200);
    nowMs = 1_000_000;
    expect((await post(lead('919000000002'))).status).toBe(200);
    nowMs = 1_800_500;
    const refused = await post(lead('919000000003'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expected]);
    nowMs = 3_601_500;
    expect((await post(lead('919000000003'))).status).toBe(200);
    expect((await post(lead('919000000004'))).status).toBe(429);
    expect(server.leads()).toHaveLength(3);
  });
});

describe('faults', () => {
  test('answer or break off as the script says, and the book knows what was taken in', async () => {
    const status = { kind: 'status', status: 503, body: 'Later', headers: { 'retry-after': '9' } } as const;
    await start({
      faults: [
        { atRequest: 1, kind: 'reset-before' },
        { atRequest: 2, kind: 'reset-after' },
        { atRequest: 3, kind: 'half-answer' },
        { atRequest: 4, ...status, isTakenIn: false },
        { atRequest: 5, ...status, isTakenIn: true },
        { atRequest: 6, kind: 'html', status: 200 },
        { atRequest: 7, kind: 'rate-limit', retryAfter: null },
        { atRequest: 8, kind: 'slow', delayMs: 1 },
        { atRequest: 9, kind: 'token-deleted' },
      ],
    });
    const ends: (string | number)[] = [];
    for (let request = 1; request <= 10; request += 1) {
      const end = post(lead(`91900000000${request - 1}`)).then(async (response) => {
        await response.text();
        return response.status;
      });
      ends.push(await end.catch(() => 'broken'));
    }
    expect(ends).toEqual(['broken', 'broken', 'broken', 503, 503, 200, 429, 200, 401, 401]);
    expect(server.received().map((request) => request.isTakenIn)).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(server.leads()).toHaveLength(4);
  });

  test('a request that is never answered ends when the server stops', async () => {
    await start({ faults: [{ atRequest: 1, kind: 'hang', isTakenIn: true }] });
    const answer = post(lead('919000000001')).catch(() => 'broken');
    while (server.requestCount === 0 || server.received().length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await server.stop();
    expect(await answer).toBe('broken');
  });
});

describe('what people see', () => {
  test('a page without scripts, everything escaped', async () => {
    await start();
    await post(
      JSON.stringify({ fields: { phone: '919000000001', name: '<script>alert("1")</script>', age: 7 } }),
    );
    await post(JSON.stringify({ fields: { name: '<b>' } }));
    const response = await fetch(`${address.url}/`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('age: no field has this API name');
    expect(page).toContain('without it the whole lead is lost');
  });

  test('the same as JSON', async () => {
    await start();
    await post(lead('919000000001'));
    await post('{"fields":{"name":"No phone"}}');
    const texts = ['leads', 'lost'].map(async (name) => {
      const response = await fetch(`${address.url}/practice/${name}`);
      return await response.text();
    });
    const [leads, lost] = await Promise.all(texts);
    expect(JSON.parse(leads ?? '')).toMatchObject([{ identifier: '919000000001', requests: 1 }]);
    expect(JSON.parse(lost ?? '')).toMatchObject([{ fields: { name: 'No phone' } }]);
  });

  test('not under a name that merely leads to this machine', async () => {
    await start();
    const { get } = await import('node:http');
    const status = await new Promise((resolve) => {
      get(`${address.url}/practice/leads`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    expect(status).toBe(403);
  });
});

test('remembers only the newest requests, and counts them all', async () => {
  await start({ keptRequests: 3 });
  for (let request = 1; request <= 8; request += 1) {
    await post(lead(`91900000000${request}`));
  }
  expect(server.received().map((request) => request.number)).toEqual([6, 7, 8]);
  expect(server.requestCount).toBe(8);
});

test('stops twice without complaint, and says when its port is taken', async () => {
  await start();
  const second = new PracticeServer();
  await expect(second.start(Number(new URL(address.url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.stop();
  await server.stop();
  await server.stop();
});
