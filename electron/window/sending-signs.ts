import type { ImportSummary } from '../../shared/import.ts';
import { accepted, gone, totalToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import type { Words } from '../../shared/words/make-words.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** What can be seen of sending from outside the window. */
export type SendingSigns = {
  /** The bar on the taskbar; `null` for none. */
  readonly bar: { readonly fraction: number; readonly mode: 'normal' | 'paused' | 'error' } | null;
  /** Whether the computer should stay awake by itself. */
  readonly isAwake: boolean;
};

/** Something that happened to an import and deserves a notification. */
export type SendingNews = { readonly kind: 'finished' | 'stopped'; readonly summary: ImportSummary };

/** The signs of a state; `null` stands for a sender that has not run. */
export function signsOf(status: SendingStatus | null): SendingSigns {
  if (status === null) {
    return { bar: null, isAwake: false };
  }
  const fraction = status.total === 0 ? 1 : gone(status.counts) / status.total;
  switch (status.state.kind) {
    case 'running':
      return { bar: { fraction, mode: 'normal' }, isAwake: true };
    case 'pausing':
      return { bar: { fraction, mode: 'paused' }, isAwake: true };
    case 'few-sent':
    case 'paused':
      return { bar: { fraction, mode: 'paused' }, isAwake: false };
    case 'stopped':
      return { bar: { fraction, mode: 'error' }, isAwake: false };
    case 'finished':
      return { bar: null, isAwake: false };
    default:
      return unreachable(status.state);
  }
}

/** The title of the window, and what the sign in the tray says: how far sending is. */
export function titleOf(status: SendingStatus | null, say: Words['say']): string {
  const appName = say('common.appName');
  switch (status?.state.kind) {
    case 'running':
    case 'pausing': {
      const percent = status.total === 0 ? 100 : Math.floor((gone(status.counts) / status.total) * 100);
      return say('desktop.titleSending', { percent, appName });
    }
    case 'few-sent':
    case 'paused':
      return say('desktop.titlePaused', { appName });
    case 'stopped':
      return say('desktop.titleStopped', { appName });
    case 'finished':
    case undefined:
    default:
      return appName;
  }
}

/** Whether leads are being sent, or will be without anybody doing something. */
export function isUnderWay(status: SendingStatus | null): boolean {
  return status?.state.kind === 'running' || status?.state.kind === 'pausing';
}

/**
 * What became of imports between two states of their list, each said once. A list is used and not the sender's own state,
 * because the next import of the line may already be on its way.
 */
export function newsBetween(
  before: readonly ImportSummary[],
  now: readonly ImportSummary[],
): readonly SendingNews[] {
  const known = new Map(before.map((summary) => [summary.importId, summary]));
  return now.flatMap((summary): SendingNews[] => {
    const was = known.get(summary.importId);
    if (was === undefined) {
      return [];
    }
    if (summary.stage === 'finished' && was.stage !== 'finished') {
      return [{ kind: 'finished', summary }];
    }
    const hasStopped = summary.stage === 'sending' && summary.failure !== null;
    return hasStopped && was.failure === null ? [{ kind: 'stopped', summary }] : [];
  });
}

/** What a notification says. */
export function newsWords(
  { kind, summary }: SendingNews,
  say: Words['say'],
): { readonly title: string; readonly body: string } {
  const { counts } = summary;
  const total = totalToSend(counts);
  const title = say(`desktop.${kind}.title`);
  return kind === 'finished'
    ? { title, body: say('desktop.finished.text', { accepted: accepted(counts), total }) }
    : { title, body: say('desktop.stopped.text', { done: gone(counts), total }) };
}
