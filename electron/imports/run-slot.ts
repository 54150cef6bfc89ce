import type { Failure } from '../../shared/failure.ts';
import type { ImportSummary } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { leftToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { JournalLeadQueue } from '../journal/lead-queue.ts';
import { followSystem, type Steered } from '../sending/follow-system.ts';
import type { Clock, SystemEvents } from '../sending/ports.ts';
import { takeSenderLease, type SenderLease } from '../sending/sender-lease.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportList } from './import-list.ts';
import { failureOfJournal } from './journal-failure.ts';
import type { SendingJournals } from './sending-journals.ts';
import { destinationOf, SendingRun, type Destination, type RunEnd } from './sending-run.ts';
import type { Turns } from './turns.ts';

/** What the one run at a time needs of the desk. */
export type RunSlotNeeds = {
  readonly dataFolder: string;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly list: ImportList;
  readonly journals: SendingJournals;
  readonly turns: Turns;
  readonly system: SystemEvents | null;
  readonly announce: () => void;
  /** Called when a run has ended and given everything back; the slot is empty then. */
  readonly onEnded: (run: SendingRun, end: RunEnd) => Promise<void>;
  /** Called when the session of the user ends. */
  readonly onSessionEnd: () => void;
};

/** What a run begins with. */
export type Beginning = {
  readonly summary: ImportSummary;
  readonly speed: Speed;
  readonly destination: Destination;
  readonly event: 'started' | 'continued';
};

/** The one run at a time: begins it, ends it, replaces it when its token or address is another one, and lets it sleep. */
export class RunSlot {
  /** The last known state; `null` before the first run. */
  status: SendingStatus | null = null;
  readonly #needs: RunSlotNeeds;
  readonly #stopFollowing: () => void;
  #run: SendingRun | null = null;
  /** Resolves when everything that follows the end of the newest run is done. */
  #settled: Promise<void> = Promise.resolve();
  /** The machine falls asleep: a run that begins now waits as well. */
  #isResting = false;

  constructor(needs: RunSlotNeeds) {
    this.#needs = needs;
    this.#stopFollowing =
      needs.system === null ? () => undefined : followSystem(needs.system, this.#steered(), needs.clock);
  }

  /** The run under way; `null` when there is none. */
  get run(): SendingRun | null {
    return this.#run;
  }

  /** Begins. Takes the lease over; gives it back when it fails. */
  start(beginning: Beginning, lease: SenderLease): Result<null, Failure> {
    const { journals, global, surroundings, clock, announce, turns, onEnded } = this.#needs;
    const { summary, destination, event } = beginning;
    let queue: JournalLeadQueue | null = null;
    try {
      global.rememberWorkspace(summary.importId, destination.workspace);
      queue = journals.openQueue(summary.importId);
      queue.addEvent(event, { leadCount: leftToSend(queue.counts()) });
      const run = new SendingRun({
        ...beginning,
        queue,
        lease,
        global,
        surroundings,
        clock,
        onStatus: (status) => {
          this.status = status;
          announce();
        },
        onOtherToken: () => {
          void turns.take(() => this.replaceIfElsewhere(run));
        },
      });
      this.#run = run;
      if (this.#isResting) {
        run.rest();
      }
      this.#settled = run.ended.then((end) => {
        this.#empty(run);
        this.status = end.status;
        return onEnded(run, end);
      });
      return success(null);
    } catch (error) {
      queue?.close();
      lease.release();
      return failed(failureOfJournal(error));
    }
  }

  /** Waits briefly for answers under way, then ends the run. Idempotent. */
  async end(): Promise<void> {
    const run = this.#run;
    await run?.stop();
    this.#empty(run);
  }

  /** Sends an import, whose run it is, at another speed; the last state of one that is held shows it. */
  setSpeed(importId: string, speed: Speed): void {
    if (this.#run?.importId === importId) {
      this.#run.setSpeed(speed);
    } else if (this.status?.importId === importId) {
      this.status = { ...this.status, speed };
      this.#needs.announce();
    }
  }

  /** What stopped this import is put right: the last state shows it as one that was paused. */
  cured(importId: string): void {
    if (this.#run === null && this.status?.importId === importId && this.status.state.kind === 'stopped') {
      this.status = { ...this.status, state: { kind: 'paused' } };
      this.#needs.announce();
    }
  }

  /** Ends a run whose requests would now go elsewhere, or with another token; the desk then begins another one. */
  async replaceIfElsewhere(run: SendingRun): Promise<void> {
    const { list, surroundings } = this.#needs;
    const summary = list.find(run.importId);
    if (this.#run !== run || summary === undefined) {
      return;
    }
    const destination = await destinationOf(summary, surroundings);
    if (destination.ok && run.differsFrom(destination.value)) {
      run.isReplaced = true;
      await run.stop();
    }
  }

  /** Does something while no other program sends: under the lease of the run, which holds it already, or of its own. */
  async underLease<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    if (this.#run !== null) {
      return await work();
    }
    const lease = takeSenderLease(this.#needs.dataFolder);
    if (!lease.ok) {
      return lease;
    }
    try {
      return await work();
    } finally {
      lease.value.release();
    }
  }

  /** Resolves when nothing runs and nothing follows by itself. Not to be waited for within a turn. */
  async settled(): Promise<void> {
    await this.#settled;
    while (this.#run !== null) {
      await this.#settled;
    }
  }

  /** The system is no longer listened to. Idempotent. */
  close(): void {
    this.#stopFollowing();
  }

  #empty(run: SendingRun | null): void {
    if (this.#run === run) {
      this.#run = null;
    }
  }

  /** What the system may do to the run, whichever it is at that moment. */
  #steered(): Steered {
    return {
      rest: () => {
        this.#isResting = true;
        this.#run?.rest();
      },
      wake: () => {
        this.#isResting = false;
        this.#run?.wake();
      },
      tryAtOnce: () => this.#run?.tryAtOnce(),
      end: () => this.#needs.onSessionEnd(),
    };
  }
}
