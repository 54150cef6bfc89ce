import type { Clock, LeadSink } from '../../../../electron/sending/ports.ts';
import type { Reply } from '../../../../shared/sending/reply.ts';
import { rowIndexOf } from './memory-queue.ts';

/** How a simulated request ends. `isTakenIn` says whether the lead arrived, whatever the sender learns of it. */
export type SimulatedEnd = {
  /** Time on the way there. */
  readonly thereMs: number;
  /** Time until the reply is back, counted from the arrival; `Infinity` for never. */
  readonly backMs: number;
  readonly reply: WithoutDuration<Reply>;
  readonly isTakenIn: boolean;
};
type WithoutDuration<Union> = Union extends unknown ? Omit<Union, 'durationMs'> : never;

/** A request as it arrived. */
export type SimulatedArrival = {
  readonly rowIndex: number;
  readonly atMs: number;
  readonly isTakenIn: boolean;
};

/** The way to Telecrm and back in simulated time: what happens to each request is the test's to say. */
export class SimulatedTelecrm implements LeadSink {
  readonly arrivals: SimulatedArrival[] = [];
  /** The most requests that were ever under way together. */
  mostInFlight = 0;
  #inFlight = 0;
  #requests = 0;
  readonly #clock: Clock;
  readonly #decide: (rowIndex: number, requestNumber: number) => SimulatedEnd;

  /** `decide` is asked once for every request, numbered from 1. */
  constructor(clock: Clock, decide: (rowIndex: number, requestNumber: number) => SimulatedEnd) {
    this.#clock = clock;
    this.#decide = decide;
  }

  get requests(): number {
    return this.#requests;
  }

  async send(body: string, signal: AbortSignal): Promise<Reply> {
    const startedMs = this.#clock.monotonicMs();
    this.#requests += 1;
    this.#inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight);
    const rowIndex = rowIndexOf(body);
    const end = this.#decide(rowIndex, this.#requests);
    await this.#clock.wait(end.thereMs, signal);
    if (end.reply.kind !== 'not-sent') {
      this.arrivals.push({ rowIndex, atMs: this.#clock.monotonicMs(), isTakenIn: end.isTakenIn });
    }
    await this.#clock.wait(end.backMs, signal);
    this.#inFlight -= 1;
    const durationMs = this.#clock.monotonicMs() - startedMs;
    return signal.aborted ? { kind: 'no-answer', code: 'TIMEOUT', durationMs } : { ...end.reply, durationMs };
  }
}

/** An answer with this status and body. */
export function answer(
  status: number,
  body = '{"status":"QUEUED"}',
  headers: { readonly retryAfter?: string; readonly contentType?: string } = {},
): WithoutDuration<Reply> {
  return {
    kind: 'answered',
    status,
    contentType: headers.contentType ?? 'application/json',
    retryAfter: headers.retryAfter ?? null,
    date: null,
    body,
  };
}

/** A good end. */
export function accepts(thereMs = 20, backMs = 30): SimulatedEnd {
  return { thereMs, backMs, reply: answer(200), isTakenIn: true };
}

/** An end with this answer, the lead not taken in. */
export function answers(reply: WithoutDuration<Reply>): SimulatedEnd {
  return { thereMs: 20, backMs: 30, reply, isTakenIn: false };
}
