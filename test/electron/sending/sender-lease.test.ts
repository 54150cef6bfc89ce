import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeSenderLease, type SenderLease } from '../../../electron/sending/sender-lease.ts';

let folder = '';
let holder: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lease-'));
});
afterEach(async () => {
  if (holder !== null && holder.exitCode === null && holder.signalCode === null) {
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  }
  holder = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process that holds the lease; answers with its number. */
async function startHolder(): Promise<ChildProcess> {
  holder = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-lease.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = holder.stdout === null ? [] : ((await once(holder.stdout, 'data')) as Buffer[]);
  expect(said?.toString()).toBe('held');
  return holder;
}

function take(): SenderLease {
  const lease = takeSenderLease(folder);
  if (!lease.ok) {
    throw new Error(lease.failure.kind);
  }
  return lease.value;
}

test('is given once, and again after it was given back', () => {
  const lease = take();
  expect(takeSenderLease(folder)).toEqual({
    ok: false,
    failure: { kind: 'another-sender', pid: process.pid },
  });
  lease.release();
  lease.release();
  take().release();
});

test('is refused while another process has it, and says which', async () => {
  const other = await startHolder();
  expect(takeSenderLease(folder)).toEqual({ ok: false, failure: { kind: 'another-sender', pid: other.pid } });
});

test('a holder that was killed does not block, although its number is still written there', async () => {
  const other = await startHolder();
  other.kill('SIGKILL');
  await once(other, 'exit');
  take().release();
});

test('an unreadable number is no number', () => {
  const lease = take();
  writeFileSync(path.join(folder, 'sender-lease.pid'), 'garbage');
  expect(takeSenderLease(folder)).toEqual({ ok: false, failure: { kind: 'another-sender', pid: null } });
  rmSync(path.join(folder, 'sender-lease.pid'));
  expect(takeSenderLease(folder)).toEqual({ ok: false, failure: { kind: 'another-sender', pid: null } });
  lease.release();
});

test('leases of two folders have nothing to do with each other', () => {
  const other = mkdtempSync(path.join(tmpdir(), 'lease-'));
  const lease = take();
  const second = takeSenderLease(other);
  expect(second.ok).toBe(true);
  if (second.ok) {
    second.value.release();
  }
  lease.release();
  rmSync(other, { recursive: true });
});

test('a folder that is not there is told as trouble with our records', () => {
  const lease = takeSenderLease(path.join(folder, 'missing'));
  expect(lease).toMatchObject({ ok: false, failure: { kind: 'journal-unreadable' } });
});
