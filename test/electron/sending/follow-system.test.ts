import { describe, expect, test } from 'vitest';
import { followSystem } from '../../../electron/sending/follow-system.ts';
import type { SystemEvent, SystemEvents } from '../../../electron/sending/ports.ts';
import { TestClock, settle } from './simulation/test-clock.ts';

/** A computer whose events the test brings about, and what was done about them. */
function computer() {
  const listeners = new Set<(event: SystemEvent) => void>();
  const done: string[] = [];
  const events: SystemEvents = {
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const clock = new TestClock();
  const unfollow = followSystem(
    events,
    {
      rest: () => done.push('rest'),
      wake: () => done.push('wake'),
      tryAtOnce: () => done.push('try at once'),
      end: () => done.push('end'),
    },
    clock,
  );
  const happen = (event: SystemEvent): void => listeners.forEach((listener) => listener(event));
  return { happen, done, clock, unfollow, listeners };
}

describe('sending follows the computer', () => {
  test('it rests while the computer sleeps, and when it wakes up goes on and tries at once', async () => {
    const { happen, done, clock } = computer();
    happen('suspending');
    expect(done).toEqual(['rest']);
    // Timers do not run while a computer sleeps: all of the night passes in one step, after the event.
    happen('resumed');
    clock.advance(8 * 3_600_000);
    await settle();
    expect(done).toEqual(['rest', 'wake', 'try at once']);
  });

  test('a sleep that was announced and does not come is not waited for', async () => {
    const { happen, done, clock } = computer();
    happen('suspending');
    happen('suspending');
    clock.advance(59_999);
    await settle();
    expect(done).toEqual(['rest', 'rest']);
    clock.advance(1);
    await settle();
    expect(done).toEqual(['rest', 'rest', 'wake']);
  });

  test('a network that is back is tried at once', () => {
    const { happen, done } = computer();
    happen('online');
    expect(done).toEqual(['try at once']);
  });

  test('when the session ends, sending ends', () => {
    const { happen, done } = computer();
    happen('ending');
    expect(done).toEqual(['end']);
  });

  test('after a run nothing is followed any more, not even a sleep that was announced', async () => {
    const { happen, done, clock, unfollow, listeners } = computer();
    happen('suspending');
    unfollow();
    clock.advance(60_000);
    await settle();
    expect([listeners.size, done]).toEqual([0, ['rest']]);
  });
});
