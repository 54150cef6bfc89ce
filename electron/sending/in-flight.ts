import type { QueuedLead } from '../../shared/sending/outcome.ts';
import type { Reply } from '../../shared/sending/reply.ts';
import type { LeadSink } from './ports.ts';

/** A request that ended. `leftAtMs` is the effective time at which it left. */
export type Arrival = {
  readonly lead: QueuedLead;
  readonly reply: Reply;
  readonly leftAtMs: number;
};

type Request = {
  readonly leftAtMs: number;
  readonly abort: AbortController;
};

/** The requests under way, and the answers that came since they were last asked for. */
export class InFlight {
  readonly #sink: LeadSink;
  readonly #onArrival: () => void;
  /** In the order in which they left. */
  readonly #requests = new Map<number, Request>();
  #arrived: Arrival[] = [];
  #newestLeftAtMs = -Infinity;
  #broken: { readonly error: unknown } | null = null;

  /** `onArrival` is called after every answer. */
  constructor(sink: LeadSink, onArrival: () => void) {
    this.#sink = sink;
    this.#onArrival = onArrival;
  }

  /** Requests without an answer. */
  get size(): number {
    return this.#requests.size;
  }

  /** When the newest request of all left; `-Infinity` before any. */
  get newestLeftAtMs(): number {
    return this.#newestLeftAtMs;
  }

  /** Sends one lead that was committed as `sending`. */
  launch(lead: QueuedLead, leftAtMs: number): void {
    const abort = new AbortController();
    this.#requests.set(lead.rowIndex, { leftAtMs, abort });
    this.#newestLeftAtMs = leftAtMs;
    void this.#send(lead, leftAtMs, abort.signal);
  }

  /** The answers that came since the last call. */
  takeArrived(): readonly Arrival[] {
    const arrived = this.#arrived;
    this.#arrived = [];
    return arrived;
  }

  /** Throws what a sink threw: by its contract it never does, so that is a bug. Its lead is reported as without an answer. */
  throwIfBroken(): void {
    if (this.#broken !== null) {
      throw this.#broken.error;
    }
  }

  /** When the oldest request left that still may be answered; `Infinity` when there is none. */
  oldestLeftAtMs(): number {
    for (const { leftAtMs, abort } of this.#requests.values()) {
      if (!abort.signal.aborted) {
        return leftAtMs;
      }
    }
    return Infinity;
  }

  /** Gives up the requests that left at `untilMs` or before. */
  abortLeftUntil(untilMs: number): void {
    for (const { leftAtMs, abort } of this.#requests.values()) {
      if (leftAtMs > untilMs) {
        return;
      }
      abort.abort();
    }
  }

  async #send(lead: QueuedLead, leftAtMs: number, signal: AbortSignal): Promise<void> {
    let reply: Reply;
    try {
      reply = await this.#sink.send(lead.body, signal);
    } catch (error) {
      this.#broken ??= { error };
      reply = { kind: 'no-answer', code: 'BUG', durationMs: 0 };
    }
    this.#requests.delete(lead.rowIndex);
    this.#arrived.push({ lead, reply, leftAtMs });
    this.#onArrival();
  }
}
