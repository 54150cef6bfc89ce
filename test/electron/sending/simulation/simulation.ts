import { Sender } from '../../../../electron/sending/sender.ts';
import type { SenderOptions } from '../../../../electron/sending/sender-options.ts';
import type { SendingStatus } from '../../../../shared/sending/status.ts';
import { MemoryAllowance } from './memory-allowance.ts';
import { MemoryQueue, fieldsOnly } from './memory-queue.ts';
import { SimulatedTelecrm, accepts, type SimulatedEnd } from './simulated-telecrm.ts';
import { TestClock } from './test-clock.ts';

/** A sender and its whole surroundings in simulated time. */
export type Simulation = {
  readonly clock: TestClock;
  readonly queue: MemoryQueue;
  readonly allowance: MemoryAllowance;
  readonly telecrm: SimulatedTelecrm;
  readonly sender: Sender;
  /** Every snapshot that was handed on. */
  readonly statuses: SendingStatus[];
};

/** Makes one; whatever is not given is ordinary: ten leads, an empty record, a server that accepts everything. */
export function simulate(given: {
  readonly leads?: number;
  readonly queue?: MemoryQueue;
  readonly allowance?: MemoryAllowance;
  readonly clock?: TestClock;
  readonly decide?: (rowIndex: number, requestNumber: number) => SimulatedEnd;
  readonly telecrm?: SimulatedTelecrm;
  readonly options?: Partial<SenderOptions>;
  readonly random?: () => number;
  readonly onStatus?: (status: SendingStatus) => void;
}): Simulation {
  const clock = given.clock ?? new TestClock();
  const queue = given.queue ?? new MemoryQueue(fieldsOnly(given.leads ?? 10));
  const allowance = given.allowance ?? new MemoryAllowance();
  const telecrm = given.telecrm ?? new SimulatedTelecrm(clock, given.decide ?? (() => accepts()));
  const statuses: SendingStatus[] = [];
  const sender = new Sender({
    queue,
    sink: telecrm,
    allowance,
    clock,
    random: given.random ?? (() => 0.5),
    options: { importId: 'import-1', speed: 'fast', ...given.options },
    onStatus: (status) => {
      statuses.push(status);
      given.onStatus?.(status);
    },
  });
  return { clock, queue, allowance, telecrm, sender, statuses };
}

/** The kinds of state that were shown, one after another, waits with their reason. */
export function shownStates(statuses: readonly SendingStatus[]): readonly string[] {
  const states = statuses.map(({ state }) =>
    state.kind === 'running' && state.waiting !== null ? `waiting: ${state.waiting.kind}` : state.kind,
  );
  return states.filter((state, index) => state !== states[index - 1]);
}
