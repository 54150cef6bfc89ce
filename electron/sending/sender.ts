import { setImmediate } from 'node:timers/promises';
import type { Failure } from '../../shared/failure.ts';
import { leftToSend, totalToSend } from '../../shared/sending/progress.ts';
import { LONGEST_LEAD_WAIT_MS } from '../../shared/sending/retry-policy.ts';
import { WINDOW_MARGIN_MS } from '../../shared/sending/rolling-window.ts';
import { SendingRate } from '../../shared/sending/sending-rate.ts';
import type { SenderState, SendingStatus, Speed, Waiting } from '../../shared/sending/status.ts';
import { Throttle } from '../../shared/sending/throttle.ts';
import { Alarm } from './alarm.ts';
import { EffectiveClock } from './effective-clock.ts';
import { failureOfError } from './failure-of-error.ts';
import { Forecast } from './forecast.ts';
import { InFlight } from './in-flight.ts';
import { OutcomeRecorder } from './outcome-recorder.ts';
import { DEFAULT_SENDER_OPTIONS, type SenderOptions, type SenderParts } from './sender-options.ts';
import { StatusAnnouncer } from './status-announcer.ts';

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
  readonly #inFlight: InFlight;
  readonly #recorder: OutcomeRecorder;
  readonly #announcer: StatusAnnouncer;
  readonly #forecast = new Forecast();
  #speed: Speed;
  #limitPerHour: number;
  #time: EffectiveClock;
  #throttle: Throttle;
  #rate: SendingRate;
  #goal: 'send' | 'pause' | 'stop' = 'send';
  #state: SenderState = { kind: 'paused' };
  /** The first thing that went wrong on our side. */
  #failure: Failure | null = null;
  /** Whether sending has to begin gently again. */
  #hasWaited = false;
  #isResting = false;
  #run: Promise<SenderState> | null = null;
  #isLooping = false;

  constructor(parts: SenderParts) {
    const { clock, queue, random } = parts;
    this.#parts = parts;
    this.#options = { ...DEFAULT_SENDER_OPTIONS, ...parts.options };
    this.#speed = this.#options.speed;
    this.#limitPerHour = this.#options.limitPerHour;
    this.#alarm = new Alarm(clock);
    this.#inFlight = new InFlight(parts.sink, () => this.#alarm.ring());
    this.#recorder = new OutcomeRecorder(queue, clock, random);
    this.#announcer = new StatusAnnouncer(() => this.status(), parts.onStatus);
    this.#time = new EffectiveClock(clock, null);
    this.#throttle = this.#newThrottle([]);
    this.#rate = new SendingRate(this.#time.nowMs());
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
    if (speed !== this.#speed) {
      this.#speed = speed;
      this.#throttle.setSpeed(speed, this.#time.nowMs());
      this.#changed();
    }
  }

  /** Keeps to another limit from now on: the user changed what is left to other programs. */
  setLimit(limitPerHour: number): void {
    if (limitPerHour !== this.#throttle.window.limitPerHour) {
      this.#limitPerHour = limitPerHour;
      this.#throttle.setLimit(limitPerHour, this.#speed, this.#time.nowMs());
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
    this.#throttle.online();
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
    const nowMs = this.#time.nowMs();
    const counts = this.#parts.queue.counts();
    const { window } = this.#throttle;
    const freesAtMs = window.nextFreesAtMs(nowMs);
    return {
      importId: this.#options.importId,
      state: this.#state,
      speed: this.#speed,
      counts,
      total: totalToSend(counts),
      usedThisHour: window.used(nowMs),
      limitPerHour: window.limitPerHour,
      freesAtMs: freesAtMs === null ? null : this.#time.asWallMs(freesAtMs),
      finishAtMs: this.#finishAtMs(leftToSend(counts), nowMs),
      leadsPerMinute: this.#rate.acceptedPerMinute(nowMs),
    };
  }

  #changed(): void {
    this.#forecast.forget();
    this.#announcer.note();
    this.#alarm.ring();
  }

  async #sendAll(): Promise<SenderState> {
    this.#isLooping = true;
    try {
      this.#begin();
      await this.#loop();
    } catch (error) {
      this.#failure ??= failureOfError(error);
      this.#isLooping = false;
    }
    await this.#drain();
    this.#attempt(() => this.#enter(this.#endState()));
    this.#state = this.#endState();
    return this.#state;
  }

  /** Reads what the last hour holds: a little more than an hour, because the window counts its margin too. */
  #begin(): void {
    const { allowance, clock } = this.#parts;
    const times = allowance.load(clock.wallMs() - WINDOW_MARGIN_MS);
    this.#time = new EffectiveClock(clock, times.at(-1) ?? null);
    this.#throttle = this.#newThrottle(times);
    this.#rate = new SendingRate(this.#time.nowMs());
  }

  async #loop(): Promise<void> {
    for (;;) {
      const nowMs = this.#time.nowMs();
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
      this.#noteWait();
      return Infinity;
    }
    return this.#sendWhatMay(nowMs);
  }

  /** Paused: nothing to do until a button is pressed or an answer comes. */
  #rest(): number {
    this.#noteWait();
    this.#enter({ kind: this.#inFlight.size > 0 ? 'pausing' : 'paused' });
    return Infinity;
  }

  /** Sends as much as may leave now. Answers with the time of the next turn, `null` when nothing is left to do. */
  #sendWhatMay(nowMs: number): number | null {
    const { queue } = this.#parts;
    const permit = this.#throttle.permit(nowMs, this.#inFlight.size);
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
    this.#enter({ kind: 'running', waiting: null });
    if (this.#hasWaited) {
      this.#hasWaited = false;
      this.#throttle.restart(nowMs);
      this.#rate.restart(nowMs);
      return nowMs;
    }
    const sent = this.#send(
      Math.min(permit.count, Math.max(1, queue.counts().queued)),
      Math.max(nowMs, dueAtMs),
    );
    return sent > 0 ? nowMs : nowMs + EMPTY_HANDED_MS;
  }

  #send(count: number, dueUntilMs: number): number {
    const nowMs = this.#time.nowMs();
    this.#parts.allowance.add(nowMs, count);
    this.#throttle.sent(count, nowMs);
    const leads = this.#parts.queue.take(count, dueUntilMs);
    for (const lead of leads) {
      this.#inFlight.launch(lead, nowMs);
    }
    this.#announcer.note();
    return leads.length;
  }

  #await(reason: Waiting['kind'] | null, untilMs: number): number {
    if (reason !== null) {
      this.#noteWait();
    }
    const waiting = reason === null ? null : { kind: reason, untilMs: this.#time.asWallMs(untilMs) };
    this.#enter({ kind: 'running', waiting });
    return untilMs;
  }

  #noteWait(): void {
    if (!this.#hasWaited) {
      this.#hasWaited = true;
      this.#rate.halt(this.#time.nowMs());
    }
  }

  /** Commits what the answers that came since the last turn mean. */
  #record(): void {
    const nowMs = this.#time.nowMs();
    const { answered, accepted } = this.#recorder.record(this.#inFlight.takeArrived(), this.#throttle, nowMs);
    if (answered > 0) {
      this.#rate.add(nowMs, answered, accepted);
      this.#announcer.note();
    }
  }

  async #sleepUntil(wakeAtMs: number): Promise<void> {
    const { clock } = this.#parts;
    const sinceMs = clock.monotonicMs();
    this.#attempt(() => this.#announcer.announceIfDue(sinceMs));
    const newsInMs = this.#state.kind === 'paused' ? Infinity : this.#announcer.dueAtMs() - sinceMs;
    const delayMs = Math.min(wakeAtMs - this.#time.nowMs(), newsInMs);
    await this.#alarm.sleep(delayMs);
    // Whatever is ready at this moment arrives first, so that it is committed together.
    await setImmediate();
    if (clock.monotonicMs() - sinceMs > Math.max(0, delayMs) + OVERSLEPT_MS) {
      this.#noteWait();
    }
  }

  /**
   * Takes in the answers under way, for as long as the goal allows; then gives up those that did not come. What cannot be
   * recorded stays `sending` on disk and is `unknown` at the next start.
   */
  async #drain(): Promise<void> {
    const { requestTimeoutMs, stopWaitMs } = this.#options;
    const beganAtMs = this.#time.nowMs();
    for (;;) {
      const nowMs = this.#time.nowMs();
      const stopAtMs = this.#goal === 'stop' ? beganAtMs + stopWaitMs : Infinity;
      this.#inFlight.abortLeftUntil(nowMs >= stopAtMs ? nowMs : nowMs - requestTimeoutMs);
      this.#attempt(() => this.#record());
      const leaveAtMs = Math.min(stopAtMs, this.#inFlight.newestLeftAtMs + requestTimeoutMs) + ABORT_GRACE_MS;
      if (this.#inFlight.size === 0 || nowMs >= leaveAtMs) {
        return;
      }
      this.#attempt(() => this.#enter({ kind: 'pausing' }));
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
    return this.#failure ?? this.#recorder.failure;
  }

  #endState(): SenderState {
    const failure = this.#failureSoFar();
    if (failure !== null) {
      return { kind: 'stopped', failure };
    }
    return { kind: this.#goal === 'stop' ? 'paused' : 'finished' };
  }

  /** Shows a state; at once when it is another one, otherwise in its time. */
  #enter(state: SenderState): void {
    const hasChanged = state.kind !== this.#state.kind || waitingKind(state) !== waitingKind(this.#state);
    this.#state = state;
    if (hasChanged) {
      this.#forecast.forget();
      this.#announcer.announce(this.#parts.clock.monotonicMs());
    }
  }

  #finishAtMs(remaining: number, nowMs: number): number | null {
    if (this.#state.kind !== 'running') {
      return null;
    }
    const { waiting } = this.#state;
    const atMs = this.#forecast.finishAtMs({
      speed: this.#speed,
      remaining,
      window: this.#throttle.window,
      intervalMs: this.#throttle.intervalMs(nowMs),
      realPerSecond: this.#rate.realPerSecond(nowMs),
      nowMs,
      goesOnAtMs: waiting === null ? nowMs : nowMs + waiting.untilMs - this.#parts.clock.wallMs(),
    });
    return atMs === null ? null : this.#time.asWallMs(atMs);
  }

  #newThrottle(times: readonly number[]): Throttle {
    const { maxInFlight } = this.#options;
    const limitPerHour = this.#limitPerHour;
    return new Throttle({ speed: this.#speed, limitPerHour, maxInFlight, times, nowMs: this.#time.nowMs() });
  }
}

function waitingKind(state: SenderState): Waiting['kind'] | null {
  return state.kind === 'running' ? (state.waiting?.kind ?? null) : null;
}
