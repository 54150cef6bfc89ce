import type { Failure } from '../../shared/failure.ts';
import { InFlight } from './in-flight.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import type { SenderPace } from './sender-pace.ts';
import type { SenderParts } from './sender-options.ts';

/** Leads that leave and answers that come, each written down before anything follows from it. */
export class LeadTraffic {
  readonly inFlight: InFlight;
  readonly #parts: SenderParts;
  readonly #pace: SenderPace;
  readonly #recorder: OutcomeRecorder;

  /** `onArrival` is called after every answer. */
  constructor(parts: SenderParts, pace: SenderPace, onArrival: () => void) {
    this.#parts = parts;
    this.#pace = pace;
    this.inFlight = new InFlight(parts.sink, onArrival);
    this.#recorder = new OutcomeRecorder(parts.queue, parts.clock, parts.random);
  }

  /** Why sending has to stop, by what the answers said; `null` while it need not. */
  get failure(): Failure | null {
    return this.#recorder.failure;
  }

  /** Sends up to `count` leads that are due at `dueUntilMs`; answers with how many left. Throws with queue and allowance. */
  send(count: number, dueUntilMs: number): number {
    const { allowance, queue } = this.#parts;
    const nowMs = this.#pace.time.nowMs();
    allowance.add(nowMs, count);
    this.#pace.throttle.sent(count, nowMs);
    const leads = queue.take(count, dueUntilMs);
    for (const lead of leads) {
      this.inFlight.launch(lead, nowMs);
    }
    return leads.length;
  }

  /**
   * Commits what the answers that came since the last call mean; answers with how many outcomes were committed. Throws with
   * the queue; what could not be committed is tried again with the next call.
   */
  record(): number {
    const nowMs = this.#pace.time.nowMs();
    const { throttle, rate } = this.#pace;
    const { answered, accepted } = this.#recorder.record(this.inFlight.takeArrived(), throttle, nowMs);
    if (answered > 0) {
      rate.add(nowMs, answered, accepted);
    }
    return answered;
  }
}
