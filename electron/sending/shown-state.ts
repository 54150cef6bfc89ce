import { leftToSend, totalToSend, withNothingOnItsWay } from '../../shared/sending/progress.ts';
import type { SenderState, SendingStatus, Waiting } from '../../shared/sending/status.ts';
import { Forecast } from './forecast.ts';
import type { SenderPace } from './sender-pace.ts';
import type { SenderParts } from './sender-options.ts';
import { StatusAnnouncer } from './status-announcer.ts';

/** What one run of the sender shows: its state, the snapshot of a moment, and when one is handed on. */
export class ShownState {
  readonly #parts: SenderParts;
  readonly #pace: SenderPace;
  readonly #announcer: StatusAnnouncer;
  readonly #forecast = new Forecast();
  #state: SenderState = { kind: 'paused' };
  #hasEnded = false;

  constructor(parts: SenderParts, pace: SenderPace) {
    this.#parts = parts;
    this.#pace = pace;
    this.#announcer = new StatusAnnouncer(() => this.status(), parts.onStatus);
  }

  /** A snapshot of this moment. */
  status(): SendingStatus {
    const { time, throttle, rate, speed } = this.#pace;
    const { queue, options } = this.#parts;
    const nowMs = time.nowMs();
    const counts = this.#hasEnded ? withNothingOnItsWay(queue.counts()) : queue.counts();
    const { window } = throttle;
    const freesAtMs = window.nextFreesAtMs(nowMs);
    return {
      importId: options.importId,
      state: this.#state,
      speed,
      counts,
      total: totalToSend(counts),
      usedThisHour: window.used(nowMs),
      limitPerHour: window.limitPerHour,
      freesAtMs: freesAtMs === null ? null : time.asWallMs(freesAtMs),
      finishAtMs: this.#finishAtMs(leftToSend(counts), nowMs),
      isSlowed: throttle.isSlowed(nowMs),
      leadsPerMinute: rate.acceptedPerMinute(nowMs),
    };
  }

  /** Shows a state; at once when it is another one, otherwise in its time. Throws with the queue. */
  enter(state: SenderState): void {
    const hasChanged = state.kind !== this.#state.kind || waitingKind(state) !== waitingKind(this.#state);
    this.#state = state;
    if (hasChanged) {
      this.#forecast.forget();
      this.#announcer.announce(this.#parts.clock.monotonicMs());
    }
  }

  /** The last state of all, which snapshots hold from now on although nobody is told. */
  end(state: SenderState): void {
    this.#state = state;
    this.#hasEnded = true;
  }

  /** There is something new to show, in its time. */
  note(): void {
    this.#announcer.note();
  }

  /** Something changed that the finishing time depends on. */
  noteOtherPace(): void {
    this.#forecast.forget();
    this.#announcer.note();
  }

  /** Hands on a snapshot if one is due at this monotonic time. Throws with the queue. */
  announceIfDue(nowMs: number): void {
    this.#announcer.announceIfDue(nowMs);
  }

  /** The monotonic time at which the next snapshot is due; `Infinity` while paused, when nothing changes by itself. */
  dueAtMs(): number {
    return this.#state.kind === 'paused' ? Infinity : this.#announcer.dueAtMs();
  }

  #finishAtMs(remaining: number, nowMs: number): number | null {
    if (this.#state.kind !== 'running') {
      return null;
    }
    const { waiting } = this.#state;
    const { time, throttle, rate, speed } = this.#pace;
    const atMs = this.#forecast.finishAtMs({
      speed,
      remaining,
      window: throttle.window,
      intervalMs: throttle.intervalMs(nowMs),
      realPerSecond: rate.realPerSecond(nowMs),
      nowMs,
      goesOnAtMs: waiting === null ? nowMs : nowMs + waiting.untilMs - this.#parts.clock.wallMs(),
    });
    return atMs === null ? null : time.asWallMs(atMs);
  }
}

function waitingKind(state: SenderState): Waiting['kind'] | null {
  return state.kind === 'running' ? (state.waiting?.kind ?? null) : null;
}
