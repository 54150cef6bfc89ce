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
  function show(): void {
    const status = desk.sending();
    if (status === null) {
      return;
    }
    if (bar !== null) {
      bar.setTotal(Math.max(1, status.total));
      bar.update(status.total - leftToSend(status.counts), { note: noteOf(status, output) });
      return;
    }
    const nowMs = performance.now();
    const reason = waitingReason(status);
    if (nowMs - putAtMs >= PROGRESS_INTERVAL_MS || (reason !== null && reason !== toldReason)) {
      putAtMs = nowMs;
      toldReason = reason;
      output.put(progressObject(status));
      if (!output.isJson) {
        process.stderr.write(`${lineOf(status, output)}\n`);
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

function noteOf({ state, finishAtMs, counts }: SendingStatus, { words }: Output): string {
  if (state.kind === 'running' && state.waiting !== null) {
    return waitingWords(words, state.waiting, counts.accepted);
  }
  return finishAtMs === null
    ? words.say('cli.finishUnknown')
    : words.say('cli.finishesAt', { when: aroundWords(words, finishAtMs, Date.now()) });
}

function lineOf(status: SendingStatus, output: Output): string {
  return output.words.say('cli.progress', {
    done: status.total - leftToSend(status.counts),
    total: status.total,
    finish: noteOf(status, output),
  });
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
