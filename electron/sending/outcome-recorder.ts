import type { Failure } from '../../shared/failure.ts';
import { decideOutcome } from '../../shared/sending/decide-outcome.ts';
import { judgeReply } from '../../shared/sending/judge-reply.ts';
import type { Outcome } from '../../shared/sending/outcome.ts';
import type { Throttle } from '../../shared/sending/throttle.ts';
import type { Arrival } from './in-flight.ts';
import type { Clock, LeadQueue } from './ports.ts';

/** What one commit held. */
export type Recorded = { readonly answered: number; readonly accepted: number };

/** Judges answers, tells the throttle, and commits what became of the leads. */
export class OutcomeRecorder {
  readonly #queue: LeadQueue;
  readonly #clock: Clock;
  readonly #random: () => number;
  /** Decided, but not on disk yet: kept when recording throws, and tried again with the next commit. */
  #unrecorded: Outcome[] = [];
  #failure: Failure | null = null;

  constructor(queue: LeadQueue, clock: Clock, random: () => number) {
    this.#queue = queue;
    this.#clock = clock;
    this.#random = random;
  }

  /** Why sending has to stop, by what the answers said; `null` while it need not. The first reason counts. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Commits the outcomes of these requests and of earlier ones that could not be recorded, all in one. Throws with the queue. */
  record(arrivals: readonly Arrival[], throttle: Throttle, nowMs: number): Recorded {
    for (const { lead, reply, leftAtMs } of arrivals) {
      const verdict = judgeReply(reply, lead.hasActions);
      throttle.answered(verdict, {
        hasFailed: lead.failedAttempts > 0,
        leftAtMs,
        nowMs,
        wallMs: this.#clock.wallMs(),
        random: this.#random(),
      });
      this.#failure ??= verdict.kind === 'stop' ? verdict.failure : throttle.refusal(nowMs);
      const end = { ...throttle.blame(), nowMs, random: this.#random(), durationMs: reply.durationMs };
      this.#unrecorded.push(decideOutcome(lead, verdict, end));
    }
    const outcomes = this.#unrecorded;
    if (outcomes.length > 0) {
      this.#queue.record(outcomes);
      this.#unrecorded = [];
    }
    return {
      answered: outcomes.length,
      accepted: outcomes.filter((outcome) => outcome.fate === 'accepted').length,
    };
  }
}
