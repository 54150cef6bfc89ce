import { beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../../electron/log.ts';
import { answerCall, type Handlers } from '../../../electron/window/answer-call.ts';
import { JournalError } from '../../../electron/journal/journal-error.ts';
import { success } from '../../../shared/result.ts';

let logged: string[] = [];
let asked: unknown[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (sentence, cause) => logged.push(`${sentence} ${String(cause)}`),
};

/** Only what these tests call; the compiler holds the real table to completeness. */
const handlers = {
  'import.delete': (argument: unknown) => {
    asked.push(argument);
    return Promise.resolve(success(null));
  },
  'workspace.save': (argument: unknown) => {
    asked.push(argument);
    return Promise.resolve(success(null));
  },
  'sending.pause': () => Promise.reject(new TypeError('rows of 919876543210 are gone')),
  'file.sample': () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  'file.choose': () => Promise.reject(new JournalError({ kind: 'disk-full' })),
  'sending.stop': () => {
    throw new RangeError('at once');
  },
} as unknown as Handlers;

beforeEach(() => {
  logged = [];
  asked = [];
});

describe('a call from the window', () => {
  test('reaches its handler with the argument as the contract has it', async () => {
    expect(await answerCall(handlers, 'import.delete', { importId: 'a-1' }, log)).toStrictEqual(
      success(null),
    );
    expect(asked).toStrictEqual([{ importId: 'a-1' }]);
  });

  test('gets its defaults filled in', async () => {
    await answerCall(
      handlers,
      'workspace.save',
      { workspaceId: null, workspace: { version: 1, name: ' A ' } },
      log,
    );
    expect(asked).toMatchObject([{ workspace: { name: 'A', defaultCountry: 'IN', identifier: 'phone' } }]);
  });

  test.each([
    ['nothing', undefined, 'argument'],
    ['another shape', 'a-1', 'argument'],
    ['a path as id', { importId: '../../settings' }, 'importId'],
    ['something too much', { importId: 'a-1', force: true }, 'argument'],
    ['an object that only looks plain', { importId: { toString: (): string => 'a-1' } }, 'importId'],
  ])('with %s is answered with bad-request and reaches nobody', async (_name, argument, where) => {
    expect(await answerCall(handlers, 'import.delete', argument, log)).toStrictEqual({
      ok: false,
      failure: { kind: 'bad-request', detail: `import.delete: ${where}` },
    });
    expect(asked).toStrictEqual([]);
  });

  test('is never quoted back: it may hold a token', async () => {
    const answer = await answerCall(
      handlers,
      'workspace.setToken',
      { workspaceId: '', token: 'a-secret-token' },
      log,
    );
    expect(JSON.stringify(answer)).not.toContain('a-secret-token');
  });

  test.each([
    ['sending.pause', undefined],
    ['sending.stop', { importId: 'one' }],
  ] as const)('that meets a bug (%s) is answered and logged', async (name, argument) => {
    const answer = await answerCall(handlers, name, argument, log);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'bug' } });
    expect(JSON.stringify(answer)).not.toContain('919876543210');
    expect(logged).toHaveLength(1);
  });

  test.each(['file.sample', 'file.choose'] as const)(
    'that a full disk ends on its way (%s) is told as that, not as a bug',
    async (name) => {
      expect(await answerCall(handlers, name, undefined, log)).toStrictEqual({
        ok: false,
        failure: { kind: 'disk-full' },
      });
      expect(logged).toStrictEqual([]);
    },
  );
});
