import { setImmediate } from 'node:timers/promises';
import type { Failure } from '../../shared/failure.ts';
import { LONGEST_LEAD_WAIT_MS } from '../../shared/sending/retry-policy.ts';
import type { SenderState, SendingStatus, Speed, Waiting } from '../../shared/sending/status.ts';
import { Alarm } from './alarm.ts';
import { failureOfError } from './failure-of-error.ts';
import type { InFlight } from './in-flight.ts';
import { LeadTraffic } from './lead-traffic.ts';
import { DEFAULT_SENDER_OPTIONS, type SenderOptions, type SenderParts } from './sender-options.ts';
import { SenderPace } from './sender-pace.ts';
import { ShownState } from './shown-state.ts';

/** A sink that was told to give its requests up gets this long to say so. */
const ABORT_GRACE_MS = 1_000;
/** Waking so much later than meant means that the machine slept. */
const OVERSLEPT_MS = 10_000;
/** A queue that says a lead is due and then gives none is asked again after this long. */
const EMPTY_HANDED_MS = 1_000;

/**
 * Sends one import's leads, from `start` until nothing is left, something stops it, or it is told to stop. Used once; the
 * next run of the same import is a new sender over the same queue.
 *
 * [Note: One loop] Everything happens in turns of one loop: record the answers that came, look whether to go on (the one
 * checkpoint for pause, stop and quit), send what may be sent, sleep until an answer, a time or a button. All answers of one
 * turn of the event loop are one commit. The order for each lead is: allowance committed, lead committed as `sending`, request
 * leaves, outcome committed, shown. A process that dies anywhere leaves at most the requests under way as `sending`.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #options: Required<SenderOptions>;
  readonly #alarm: Alarm;
  readonly #pace: SenderPace;
  readonly #traffic: LeadTraffic;
  readonly #inFlight: InFlight;
  readonly #shown: ShownState;
  #goal: 'send' | 'pause' | 'stop' = 'send';
  /** The first thing that went wrong on our side. */
  #failure: Failure | null = null;
  #isResting = false;
  #run: Promise<SenderState> | null = null;
  #isLooping = false;

  constructor(parts: SenderParts) {
    const { clock } = parts;
    this.#parts = parts;
    this.#options = { ...DEFAULT_SENDER_OPTIONS, ...parts.options };
    this.#alarm = new Alarm(clock);
    this.#pace = new SenderPace(clock, this.#options);
    this.#traffic = new LeadTraffic(parts, this.#pace, () => this.#alarm.ring());
    this.#inFlight = this.#traffic.inFlight;
    this.#shown = new ShownState(parts, this.#pace);
  }

  /**
   * Sends until the end, which is one of `finished`, `stopped` (with the reason), or `paused` after `stop`. Pausing does not
   * end it. Never rejects. A second call answers with the same end.
   */
  start(): Promise<SenderState> {
    this.#run ??= this.#sendAll();
    return this.#run;
  }

  /** Sends no more; answers under way are still taken in, then the state is `paused`. */
  pause(): void {
    if (this.#isLooping && this.#goal === 'send') {
      this.#goal = 'pause';
      this.#alarm.ring();
    }
  }

  /** Goes on after `pause`. */
  continue(): void {
    if (this.#isLooping && this.#goal === 'pause') {
      this.#goal = 'send';
      this.#alarm.ring();
    }
  }

  /**
   * Ends sending for now: waits briefly for answers under way; leads whose answer does not come become `unknown`. Answers with
   * the end, as `start` does.
   */
  stop(): Promise<SenderState> {
    this.#goal = 'stop';
    this.#alarm.ring();
    return this.start();
  }

  setSpeed(speed: Speed): void {
    if (this.#pace.setSpeed(speed)) {
      this.#changed();
    }
  }

  /** Keeps to another limit from now on: the user changed what is left to other programs. */
  setLimit(limitPerHour: number): void {
    if (this.#pace.setLimit(limitPerHour)) {
      this.#changed();
    }
  }

  /** Nothing leaves until `wake`, because the machine falls asleep; answers under way are still taken in. */
  rest(): void {
    this.#isResting = true;
    this.#alarm.ring();
  }

  /** Goes on after `rest`, gently. */
  wake(): void {
    this.#isResting = false;
    this.#alarm.ring();
  }

  /** A wait for the network is over: it is tried at once, with one request. */
  tryAtOnce(): void {
    this.#pace.throttle.online();
    this.#alarm.ring();
  }

  /**
   * Looks at the queue again because leads were put back in it. Answers `false` when sending is over, so that they need
   * another run.
   */
  lookAgain(): boolean {
    if (this.#isLooping) {
      this.#changed();
    }
    return this.#isLooping;
  }

  /** A snapshot of this moment. */
  status(): SendingStatus {
    return this.#shown.status();
  }

  #changed(): void {
    this.#shown.noteOtherPace();
    this.#alarm.ring();
  }

  async #sendAll(): Promise<SenderState> {
    this.#isLooping = true;
    try {
      this.#pace.begin(this.#parts.allowance);
      await this.#loop();
    } catch (error) {
      this.#failure ??= failureOfError(error);
      this.#isLooping = false;
    }
    await this.#drain();
    this.#attempt(() => this.#shown.enter(this.#endState()));
    const end = this.#endState();
    this.#shown.end(end);
    return end;
  }

  async #loop(): Promise<void> {
    for (;;) {
      const nowMs = this.#pace.time.nowMs();
      this.#inFlight.abortLeftUntil(nowMs - this.#options.requestTimeoutMs);
      this.#record();
      this.#inFlight.throwIfBroken();
      const wakeAtMs = this.#nextTurn(nowMs);
      if (wakeAtMs === null) {
        // At once, so that nobody who puts leads back in the queue counts on a loop that has looked for the last time.
        this.#isLooping = false;
        return;
      }
      await this.#sleepUntil(
        Math.min(wakeAtMs, this.#inFlight.oldestLeftAtMs() + this.#options.requestTimeoutMs),
      );
    }
  }

  /** What the goal asks for now. Answers with the time of the next turn, `null` when sending is over. */
  #nextTurn(nowMs: number): number | null {
    if (this.#failureSoFar() !== null || this.#goal === 'stop') {
      return null;
    }
    if (this.#goal === 'pause') {
      return this.#rest();
    }
    if (this.#isResting) {
      this.#pace.noteWait();
      return Infinity;
    }
    return this.#sendWhatMay(nowMs);
  }

  /** Paused: nothing to do until a button is pressed or an answer comes. */
  #rest(): number {
    this.#pace.noteWait();
    this.#shown.enter({ kind: this.#inFlight.size > 0 ? 'pausing' : 'paused' });
    return Infinity;
  }

  /** Sends as much as may leave now. Answers with the time of the next turn, `null` when nothing is left to do. */
  #sendWhatMay(nowMs: number): number | null {
    const { queue } = this.#parts;
    const permit = this.#pace.throttle.permit(nowMs, this.#inFlight.size);
    if (permit.kind === 'wait' && permit.reason === null && this.#inFlight.size > 0) {
      return this.#await(null, permit.untilMs);
    }
    const dueAtMs = queue.nextDueAtMs();
    if (dueAtMs === null) {
      return this.#inFlight.size === 0 ? null : this.#await(null, Infinity);
    }
    if (permit.kind === 'wait') {
      return this.#await(permit.reason, permit.untilMs);
    }
    // A repeat further ahead than any wait of ours was set by a clock that has been put back since.
    const isDue = dueAtMs <= nowMs || dueAtMs > nowMs + LONGEST_LEAD_WAIT_MS;
    if (!isDue) {
      return this.#await(this.#inFlight.size === 0 ? 'repeat' : null, dueAtMs);
    }
    this.#shown.enter({ kind: 'running', waiting: null });
    if (this.#pace.restart(nowMs)) {
      return nowMs;
    }
    const sent = this.#traffic.send(
      Math.min(permit.count, Math.max(1, queue.counts().queued)),
      Math.max(nowMs, dueAtMs),
    );
    this.#shown.note();
    return sent > 0 ? nowMs : nowMs + EMPTY_HANDED_MS;
  }

  #await(reason: Waiting['kind'] | null, untilMs: number): number {
    if (reason !== null) {
      this.#pace.noteWait();
    }
    const waiting = reason === null ? null : { kind: reason, untilMs: this.#pace.time.asWallMs(untilMs) };
    this.#shown.enter({ kind: 'running', waiting });
    return untilMs;
  }

  #record(): void {
    if (this.#traffic.record() > 0) {
      this.#shown.note();
    }
  }

  async #sleepUntil(wakeAtMs: number): Promise<void> {
    const { clock } = this.#parts;
    const sinceMs = clock.monotonicMs();
    this.#attempt(() => this.#shown.announceIfDue(sinceMs));
    const delayMs = Math.min(wakeAtMs - this.#pace.time.nowMs(), this.#shown.dueAtMs() - sinceMs);
    await this.#alarm.sleep(delayMs);
    // Whatever is ready at this moment arrives first, so that it is committed together.
    await setImmediate();
    if (clock.monotonicMs() - sinceMs > Math.max(0, delayMs) + OVERSLEPT_MS) {
      this.#pace.noteWait();
    }
  }

  /**
   * Takes in the answers under way, for as long as the goal allows; then gives up those that did not come. What cannot be
   * recorded stays `sending` on disk and is `unknown` at the next start.
   */
  async #drain(): Promise<void> {
    const { requestTimeoutMs, stopWaitMs } = this.#options;
    const beganAtMs = this.#pace.time.nowMs();
    for (;;) {
      const nowMs = this.#pace.time.nowMs();
      const stopAtMs = this.#goal === 'stop' ? beganAtMs + stopWaitMs : Infinity;
      this.#inFlight.abortLeftUntil(nowMs >= stopAtMs ? nowMs : nowMs - requestTimeoutMs);
      this.#attempt(() => this.#record());
      const leaveAtMs = Math.min(stopAtMs, this.#inFlight.newestLeftAtMs + requestTimeoutMs) + ABORT_GRACE_MS;
      if (this.#inFlight.size === 0 || nowMs >= leaveAtMs) {
        return;
      }
      this.#attempt(() => this.#shown.enter({ kind: 'pausing' }));
      const giveUpAtMs = this.#inFlight.oldestLeftAtMs() + requestTimeoutMs;
      await this.#sleepUntil(Math.min(nowMs >= stopAtMs ? Infinity : stopAtMs, giveUpAtMs, leaveAtMs));
    }
  }

  /** Does what, if it throws, stops sending, but must not hurt what is under way. */
  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#failure ??= failureOfError(error);
    }
  }

  #failureSoFar(): Failure | null {
    return this.#failure ?? this.#traffic.failure;
  }

  #endState(): SenderState {
    const failure = this.#failureSoFar();
    if (failure !== null) {
      return { kind: 'stopped', failure };
    }
    return { kind: this.#goal === 'stop' ? 'paused' : 'finished' };
  }
}
