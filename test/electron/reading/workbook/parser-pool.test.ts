import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { expect, test } from 'vitest';
import { Preparer } from '../../../../electron/preparing/preparer.ts';
import { forkParser } from '../../../../electron/reading/workbook/forked-parser.ts';
import {
  ParserPool,
  type ParserLimits,
  type WorkbookContent,
} from '../../../../electron/reading/workbook/parser-pool.ts';
import { parserEnvironment, type StartParser } from '../../../../electron/reading/workbook/parser-process.ts';
import { fixture } from '../read-whole.ts';

const NEVER = new AbortController().signal;

const ROOMY: ParserLimits = {
  smallFileBytes: 3e9,
  largeFileBytes: 3e9,
  longestMs: 60_000,
  longestMsPerMegabyte: 60_000,
};

/** A pool of real processes, and how many it has started. */
function countingPool(limits?: ParserLimits): { readonly pool: ParserPool; readonly started: () => number } {
  let count = 0;
  const start: StartParser = (listener) => {
    count += 1;
    return forkParser(listener);
  };
  return { pool: new ParserPool(start, limits), started: () => count };
}

function contentOf(name: string): WorkbookContent {
  return { form: 'binary', bytes: new Uint8Array(readFileSync(fixture(`workbooks/${name}`))) };
}

async function kindsOf(pool: ParserPool, content: WorkbookContent): Promise<readonly unknown[]> {
  const kinds: unknown[] = [];
  const outcome = await pool.parse(
    content,
    (piece) => kinds.push((deserialize(piece) as { kind: unknown }).kind),
    NEVER,
  );
  return [...kinds, outcome];
}

test('one process reads one small file after the other, and damaged ones too', async () => {
  const { pool, started } = countingPool();
  expect(await kindsOf(pool, contentOf('days-from-1904.xls'))).toEqual(['sheet', 'rows', 'answered']);
  expect(await kindsOf(pool, contentOf('password.xls'))).toEqual(['encrypted', 'answered']);
  const rubbish: WorkbookContent = { form: 'binary', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') };
  expect(await kindsOf(pool, rubbish)).toEqual(['damaged', 'answered']);
  expect(await kindsOf(pool, contentOf('days-from-1904.xls'))).toEqual(['sheet', 'rows', 'answered']);
  expect(started()).toBe(1);
});

test('files that are read at once have a process each', async () => {
  const { pool, started } = countingPool();
  const content = contentOf('days-from-1904.xls');
  const outcomes = await Promise.all([kindsOf(pool, content), kindsOf(pool, content)]);
  expect(outcomes).toEqual([
    ['sheet', 'rows', 'answered'],
    ['sheet', 'rows', 'answered'],
  ]);
  expect(started()).toBe(2);
});

test.each([
  { limit: 'memory', limits: { ...ROOMY, smallFileBytes: 60e6 } },
  { limit: 'time', limits: { ...ROOMY, longestMs: 0, longestMsPerMegabyte: 0 } },
])(
  'a process that wants more $limit than it may have is gone, and the next file has a new one',
  async (one) => {
    const { pool, started } = countingPool(one.limits);
    expect(await kindsOf(pool, contentOf('fills-the-memory.xls'))).toEqual(['gone']);
    void kindsOf(pool, contentOf('days-from-1904.xls'));
    expect(started()).toBe(2);
  },
);

test('reading that is given up ends its process', async () => {
  const { pool, started } = countingPool(ROOMY);
  const stop = new AbortController();
  const outcome = pool.parse(contentOf('fills-the-memory.xls'), () => undefined, stop.signal);
  stop.abort();
  expect(await outcome).toBe('gone');
  expect(await kindsOf(pool, contentOf('days-from-1904.xls'))).toEqual(['sheet', 'rows', 'answered']);
  expect(started()).toBe(2);
});

test('the process is told nothing of the environment but what systems need', () => {
  expect(
    parserEnvironment({
      TELECRM_TOKEN: 'secret',
      HTTPS_PROXY: 'http://me:pass@proxy',
      PATH: '/bin',
      TZ: 'UTC',
    }),
  ).toEqual({ TZ: 'UTC' });
  expect(parserEnvironment({ SystemRoot: 'C:\\Windows', windir: undefined })).toEqual({
    SystemRoot: 'C:\\Windows',
  });
});

test('the preparing thread has old workbooks parsed by way of the thread that started it', async () => {
  const preparer = new Preparer(
    new URL('../../../../electron/preparing/worker.ts', import.meta.url),
    () => undefined,
  );
  const look = (name: string) => preparer.call('look', { path: fixture(`workbooks/${name}`), wish: {} });
  expect(await look('many-traps.xls')).toMatchObject({ ok: true, value: { sheetName: 'May' } });
  expect(await look('fills-the-memory.xls')).toMatchObject({ failure: { kind: 'workbook-too-large' } });
  await preparer.close();
});
