import { unreachable } from '../../shared/unreachable.ts';
import type { Clock, SystemEvent, SystemEvents } from './ports.ts';

/** A computer that did not fall asleep this long after it said so is not going to. */
const ASLEEP_AFTER_MS = 60_000;

/** What can be done to a run from outside because of the system. All of it may be done at any time and again. */
export interface Steered {
  /** No new request leaves until `wake`; answers under way are still taken in. Apart from the user's own pause. */
  rest(): void;
  /** Requests may leave again, gently, the first one alone. */
  wake(): void;
  /** Waits for a connection are over: it is tried at once, with one request. */
  tryAtOnce(): void;
  /** Ends the run, after a brief wait for answers under way. What is left waits for the next start. */
  end(): void;
}

/**
 * Steers sending by what happens to the computer: nothing leaves while it falls asleep, because the answer would find nobody;
 * it goes on gently when it wakes up, tries at once when the network is back, and ends when the session does. Also goes on by
 * itself when the sleep that was announced does not come. Returns the function that ends it.
 */
export function followSystem(events: SystemEvents, steered: Steered, clock: Clock): () => void {
  let sleep: AbortController | null = null;
  function awake(): void {
    sleep?.abort();
    sleep = null;
    steered.wake();
  }
  function fallAsleep(): void {
    steered.rest();
    sleep?.abort();
    const announced = new AbortController();
    sleep = announced;
    void clock.wait(ASLEEP_AFTER_MS, announced.signal).then(() => {
      if (!announced.signal.aborted) {
        awake();
      }
    });
  }
  function act(event: SystemEvent): void {
    switch (event) {
      case 'suspending':
        fallAsleep();
        return;
      case 'resumed':
        awake();
        steered.tryAtOnce();
        return;
      case 'online':
        steered.tryAtOnce();
        return;
      case 'ending':
        steered.end();
        return;
      default:
        unreachable(event);
    }
  }
  const unsubscribe = events.onEvent(act);
  return () => {
    unsubscribe();
    sleep?.abort();
  };
}
