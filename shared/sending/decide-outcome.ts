import { unreachable } from '../unreachable.ts';
import type { Verdict } from './judge-reply.ts';
import type { Outcome, QueuedLead } from './outcome.ts';
import { nextAttemptAtMs } from './retry-policy.ts';

/** When and how an attempt ended. `nowMs` is the effective time, `random` 0 to 1. */
export type AttemptEnd = {
  /** Tries of all sending, this one included, since it waits because of trouble; 0 while it does not. */
  readonly tries: number;
  /** Whether the way is to blame for a failure, and not the lead. */
  readonly isBadWeather: boolean;
  readonly nowMs: number;
  readonly random: number;
  readonly durationMs: number;
};

/** What a verdict does to the lead: the line that is committed for it. */
export function decideOutcome(lead: QueuedLead, verdict: Verdict, end: AttemptEnd): Outcome {
  const { rowIndex } = lead;
  const durationMs = Math.max(0, Math.round(end.durationMs));
  switch (verdict.kind) {
    case 'accepted':
      return {
        rowIndex,
        fate: 'accepted',
        status: verdict.status,
        words: null,
        nextAttemptAtMs: null,
        isFailedAttempt: false,
        durationMs,
      };
    case 'rejected':
      return {
        rowIndex,
        fate: 'rejected',
        status: verdict.status,
        words: verdict.words,
        nextAttemptAtMs: null,
        isFailedAttempt: true,
        durationMs,
      };
    case 'unknown': {
      const isFailedAttempt = !end.isBadWeather;
      return {
        rowIndex,
        fate: 'unknown',
        status: verdict.status,
        words: verdict.words,
        nextAttemptAtMs: nextAttemptAtMs({
          hasActions: !verdict.mayRepeat,
          failedAttempts: lead.failedAttempts + (isFailedAttempt ? 1 : 0),
          tries: end.tries,
          nowMs: end.nowMs,
          random: end.random,
        }),
        isFailedAttempt,
        durationMs,
      };
    }
    case 'back-in-queue':
    case 'stop':
      return {
        rowIndex,
        fate: 'queued',
        status: verdict.status,
        words: verdict.words,
        // Due at once: whether anything may leave at all is the sender's to say.
        nextAttemptAtMs: end.nowMs,
        isFailedAttempt: false,
        durationMs,
      };
    default:
      return unreachable(verdict);
  }
}
