import { leftToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** What can be seen of sending from outside the window. */
export type SendingSigns = {
  /** The bar on the taskbar; `null` for none. */
  readonly bar: { readonly fraction: number; readonly mode: 'normal' | 'paused' | 'error' } | null;
  /** Whether the computer should stay awake by itself. */
  readonly isAwake: boolean;
};

/** What happened between two states that deserves a notification; `null` when nothing did. */
export type SendingNews = 'finished' | 'stopped' | null;

/** The signs of a state; `null` stands for a sender that has not run. */
export function signsOf(status: SendingStatus | null): SendingSigns {
  if (status === null) {
    return { bar: null, isAwake: false };
  }
  const fraction = status.total === 0 ? 1 : leadsAnswered(status) / status.total;
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

/** Leads of the import that have an answer, or none to wait for any more. */
export function leadsAnswered(status: SendingStatus): number {
  return status.total - leftToSend(status.counts);
}

/** Says what became of sending once, when it happens; a state that was there before is no news. */
export function newsBetween(before: SendingStatus | null, now: SendingStatus | null): SendingNews {
  if (before === null || now === null || before.importId !== now.importId) {
    return null;
  }
  const wasMoving = before.state.kind === 'running' || before.state.kind === 'pausing';
  const end = now.state.kind;
  return wasMoving && (end === 'finished' || end === 'stopped') ? end : null;
}
