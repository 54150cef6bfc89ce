import { SingleBar } from 'cli-progress';
import type { JournalImportDesk } from '../imports/import-desk.ts';
import { leftToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import { aroundWords } from '../../shared/words/when-words.ts';
import { waitingWords } from '../../shared/words/waiting-words.ts';
import type { Output } from './output.ts';

/** Least time between two progress lines; a reason for waiting that was not told yet is told at once. */
const PROGRESS_INTERVAL_MS = 1000;

/** Shows how far sending has come until it has ended: a bar on a terminal, lines otherwise. Returns the last status. */
export async function watchSending(desk: JournalImportDesk, output: Output): Promise<SendingStatus | null> {
  const bar = output.isJson || !process.stdout.isTTY ? null : startBar();
  let putAtMs = 0;
  let toldReason: string | null = null;
  let note = '';
  function show(): void {
    const status = desk.sending();
    if (status === null) {
      return;
    }
    // What held it last is still true when it is stopped.
    note = noteOf(status, desk, output) ?? note;
    if (bar !== null) {
      bar.setTotal(Math.max(1, status.total));
      bar.update(status.total - leftToSend(status.counts), { note });
      return;
    }
    const nowMs = performance.now();
    const reason = waitingReason(status);
    if (nowMs - putAtMs >= PROGRESS_INTERVAL_MS || (reason !== null && reason !== toldReason)) {
      putAtMs = nowMs;
      toldReason = reason;
      output.put(progressObject(status));
      if (!output.isJson) {
        process.stderr.write(`${lineOf(status, note, output)}\n`);
      }
    }
  }
  const unsubscribe = desk.onChange(show);
  show();
  const last = await desk.whenSent();
  unsubscribe();
  if (bar !== null) {
    show();
    bar.stop();
  }
  return last;
}

function startBar(): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {percentage}% · {value}/{total} · {note}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: false,
    stopOnComplete: false,
    // The bar must not take Ctrl+C: it pauses the import.
    gracefulExit: false,
  });
  bar.start(1, 0, { note: '' });
  return bar;
}

/** Why it waits or when it is done; `null` once it has ended, or is about to. */
function noteOf(status: SendingStatus, desk: JournalImportDesk, { words }: Output): string | null {
  const { importId, state, finishAtMs, counts, isSlowed } = status;
  if (state.kind !== 'running') {
    return null;
  }
  if (state.waiting?.kind === 'offline') {
    // An address that was typed may be the reason as well.
    return words.say('cli.noAnswer', { host: hostOf(desk.workspaceOf(importId)?.apiUrl ?? '') });
  }
  if (state.waiting !== null) {
    return waitingWords(words, state.waiting, counts.accepted);
  }
  if (finishAtMs === null) {
    return words.say(isSlowed ? 'waiting.slowed' : 'cli.finishUnknown');
  }
  return words.say('cli.finishesAt', { when: aroundWords(words, finishAtMs, Date.now()) });
}

/** The host and port of an address, which may lack its scheme. */
function hostOf(apiUrl: string): string {
  return apiUrl.replace(/^https?:\/\//iu, '').replace(/\/.*$/u, '');
}

function lineOf(status: SendingStatus, note: string, output: Output): string {
  const { say } = output.words;
  const done = status.total - leftToSend(status.counts);
  return note === ''
    ? say('send.running.sentOf', { done, total: status.total })
    : say('cli.progress', { done, total: status.total, finish: note });
}

function waitingReason({ state }: SendingStatus): string | null {
  return state.kind === 'running' ? (state.waiting?.kind ?? null) : null;
}

function progressObject(status: SendingStatus): object {
  const { state, counts, total, usedThisHour, limitPerHour, finishAtMs } = status;
  const { accepted, rejected, unknown } = counts;
  return {
    kind: 'progress',
    state: state.kind,
    waiting: waitingReason(status),
    total,
    accepted,
    rejected,
    unknown,
    left: leftToSend(counts),
    usedThisHour,
    limitPerHour,
    finishAt: finishAtMs === null ? null : new Date(finishAtMs).toISOString(),
  };
}
