import type { Failure } from '../../shared/failure.ts';
import type { Checked } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { hourlyLimit } from '../../shared/sending/hourly-limit.ts';
import { leftToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { RetriedFate } from '../journal/lead-queue.ts';
import type { Clock, SystemEvents } from '../sending/ports.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';
import { guarded } from './journal-failure.ts';
import { LineMover } from './line-mover.ts';
import { LinePolicy } from './line-policy.ts';
import { RunSlot } from './run-slot.ts';
import { recoverSending } from './recover-sending.ts';
import { SendingJournals } from './sending-journals.ts';
import type { RunEnd, SendingRun } from './sending-run.ts';
import { SendingStart, type QueueRows } from './sending-start.ts';
import { Turns } from './turns.ts';
import { WaitingLine } from './waiting-line.ts';

/** What sending needs of the desk it belongs to. */
export type SendingDeskNeeds = {
  readonly dataFolder: string;
  readonly files: ImportFiles;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly list: ImportList;
  /** Whether the next import in the line begins by itself when one is finished; see `ImportDeskOptions`. */
  readonly line: 'moves' | 'stays';
  /** What the system tells of sleep, network and session; `null` where nobody tells. */
  readonly system: SystemEvents | null;
  readonly announce: () => void;
  /** Called after a run ended, when its counts are on disk. */
  readonly onRunEnded: (importId: string) => Promise<void>;
};

/** Reasons to stop that a new token may have removed. */
const ABOUT_TOKEN: ReadonlySet<Failure['kind']> = new Set([
  'token-missing',
  'token-refused',
  'token-is-enterprise-id',
]);

/** How an import is to be sent. */
export type SendingWish = { readonly speed: Speed; readonly fewFirst: boolean };

/**
 * The one sender of this desk and the line of imports before it: one is sent at a time, and no other program on this machine
 * sends meanwhile.
 * See `line-policy.ts` for when the line moves.
 */
export class SendingDesk {
  readonly #needs: SendingDeskNeeds;
  readonly #line: WaitingLine;
  readonly #journals: SendingJournals;
  readonly #slot: RunSlot;
  readonly #policy = new LinePolicy();
  /** Everything that begins or changes sending happens one after the other, so that a second click finds the first one done. */
  readonly #turns = new Turns(1);
  readonly #start: SendingStart;
  readonly #mover: LineMover;

  constructor(needs: SendingDeskNeeds) {
    this.#needs = needs;
    this.#line = new WaitingLine(needs.global, needs.announce);
    this.#journals = new SendingJournals(needs.files, needs.clock);
    const journals = this.#journals;
    const turns = this.#turns;
    this.#slot = new RunSlot({
      ...needs,
      journals,
      turns,
      onEnded: (run, end) => this.#runEnded(run, end),
      onSessionEnd: () => void this.pause(),
    });
    const parts = { ...needs, journals, line: this.#line, policy: this.#policy, slot: this.#slot };
    this.#start = new SendingStart(parts);
    this.#mover = new LineMover({ ...parts, start: this.#start, mode: needs.line });
  }

  /** See `recoverSending`. */
  recover(): void {
    recoverSending({ ...this.#needs, journals: this.#journals });
  }

  /** Whether this import, or without an id any, is being sent now. */
  isRunning(importId?: string): boolean {
    const runningId = this.#slot.run?.importId ?? this.#start.startingId;
    return runningId !== null && (importId === undefined || runningId === importId);
  }

  /** Whether this import is being sent or waits in the line. */
  isUnderWay(importId: string): boolean {
    return this.isRunning(importId) || this.#line.has(importId);
  }

  /** The last known state; `null` before the first run. */
  status(): SendingStatus | null {
    return this.#slot.status;
  }

  /** The imports that wait their turn, the next one first. */
  line(): readonly string[] {
    return this.#line.all();
  }

  /** Forgets the state of an import that was taken back or deleted. */
  forget(importId: string): void {
    this.#line.remove(importId);
    if (this.#slot.status?.importId === importId) {
      this.#slot.status = null;
      this.#needs.announce();
    }
  }

  /**
   * Queues rows by `freeze` under the lease, then begins to send, or waits in the line while another import is sent. A second
   * call while it is sent or waits changes nothing.
   */
  async start(importId: string, wish: SendingWish, freeze: QueueRows): Promise<Result<null, Failure>> {
    return await this.#take(async () => {
      if (this.isUnderWay(importId)) {
        return success(null);
      }
      return await this.#start.begin(importId, wish.speed, 'started', async () => {
        // Before the rows are queued, so that no crash in between sends them all at once.
        const put = this.#journals.putFewFirst(importId, wish.fewFirst);
        const frozen = put.ok ? await freeze() : put;
        if (!frozen.ok) {
          this.#journals.putFewFirst(importId, false);
        }
        return frozen;
      });
    });
  }

  /**
   * Goes on with an import that was paused, stopped or interrupted, or whose first few leads the user has looked at. Nothing
   * changes for one that is being sent; one that waits in the line comes first where nothing is being sent.
   */
  async continue(importId: string): Promise<Result<null, Failure>> {
    return await this.#take(async () => {
      const isWaiting = this.#line.has(importId) && this.#slot.run !== null;
      if (this.isRunning(importId) || isWaiting) {
        return success(null);
      }
      // In the line nobody has looked at them: one of the few was put back in the queue, and its turn has not come.
      const isShown =
        (this.#needs.list.find(importId)?.fewSent ?? null) !== null && !this.#line.has(importId);
      return await this.#start.begin(importId, null, 'continued', () =>
        Promise.resolve(isShown ? this.#journals.letGoOn(importId) : success(null)),
      );
    });
  }

  /**
   * Puts leads of this fate back in the queue, these or all of them (`null`), and sends them: at once, or when the import's
   * turn comes. Those that were put back already, or have another fate by now, are left alone.
   */
  async retry(
    importId: string,
    fate: RetriedFate,
    rowIndexes: readonly number[] | null,
  ): Promise<Result<null, Failure>> {
    return await this.#take(async () => {
      const nowMs = this.#needs.clock.wallMs();
      const run = this.#slot.run;
      if (run?.importId === importId) {
        run.queue.retry(fate, rowIndexes, nowMs);
        if (run.lookAgain()) {
          return success(null);
        }
        await run.ended;
      }
      return await this.#start.begin(importId, null, 'continued', () =>
        Promise.resolve(this.#journals.withQueue(importId, (queue) => queue.retry(fate, rowIndexes, nowMs))),
      );
    });
  }

  /** Lets answers under way come, then ends the run; the line waits. Idempotent. */
  async pause(): Promise<void> {
    this.#policy.halt();
    await this.#turns.take(() => this.#slot.end());
  }

  /**
   * Ends the run or the waiting of this import and takes back, by `takeBack`, its rows that have not left. The line waits
   * where the import was being sent. Fails while another program sends.
   */
  async takeBack(
    importId: string,
    takeBack: () => Promise<Result<Checked, Failure>>,
  ): Promise<Result<Checked, Failure>> {
    return await this.#take(async () => {
      if (this.isRunning(importId)) {
        this.#policy.halt();
        await this.#slot.end();
      }
      return await this.#slot.underLease(async () => {
        const before = this.#journals.withQueue(importId, (queue) => {
          queue.putFewFirst(null);
          return leftToSend(queue.counts());
        });
        const taken = before.ok ? await takeBack() : before;
        if (before.ok && taken.ok) {
          this.forget(importId);
          const leadCount = before.value - leftToSend(taken.value.counts);
          this.#journals.withQueue(importId, (queue) => {
            queue.addEvent('taken-back', { leadCount });
          });
        }
        return taken;
      });
    });
  }

  /** Does something to an import that must not be sent meanwhile, by this program or another one. */
  async whileNotSent(
    importId: string,
    work: () => Promise<Result<null, Failure>>,
  ): Promise<Result<null, Failure>> {
    const isSent = this.#needs.list.find(importId)?.stage === 'sending';
    if (this.isRunning(importId)) {
      return failed({ kind: 'import-busy' });
    }
    return isSent ? await this.#take(() => this.#slot.underLease(work)) : await work();
  }

  /** Moves an import that waits to this 0-based place in the line. One that does not wait is left alone. */
  async moveInLine(importId: string, place: number): Promise<Result<null, Failure>> {
    return await this.#take(() => {
      this.#line.move(importId, place);
      return Promise.resolve(success(null));
    });
  }

  /** Sends an import at another speed: at once, or as soon as it goes on. One that was never sent is left alone. */
  async setSpeed(importId: string, speed: Speed): Promise<Result<null, Failure>> {
    return await this.#take(() => {
      if (this.#needs.list.find(importId)?.stage === 'sending') {
        this.#needs.list.change(importId, { speed });
        this.#slot.setSpeed(importId, speed);
      }
      return Promise.resolve(success(null));
    });
  }

  /** Takes over what changed about a workspace while one of its imports is sent: the share kept free, address, token. */
  workspaceChanged(workspaceId: string): void {
    const run = this.#slot.run;
    const view = this.#needs.surroundings.workspace(workspaceId);
    if (run?.workspaceId === workspaceId && view !== undefined) {
      run.setLimit(hourlyLimit(view.workspace));
      void this.#turns.take(() => this.#slot.replaceIfElsewhere(run));
    }
  }

  /** A token was saved: imports that stopped for want of a good one now only wait for the user to go on. */
  tokenSaved(workspaceId: string): void {
    const { list } = this.#needs;
    for (const { importId, stage, failure, workspaceId: own } of list.all()) {
      if (stage === 'sending' && own === workspaceId && failure !== null && ABOUT_TOKEN.has(failure.kind)) {
        list.change(importId, { failure: null });
        this.#slot.cured(importId);
      }
    }
  }

  /** Resolves when nothing is being sent and nothing begins by itself, with the last state. */
  async ended(): Promise<SendingStatus | null> {
    await this.#slot.settled();
    return this.#slot.status;
  }

  /** Waits for answers under way; afterwards nothing begins by itself any more. Idempotent. */
  async close(): Promise<void> {
    this.#slot.close();
    await this.pause();
    await this.#slot.settled();
  }

  async #runEnded(run: SendingRun, { state, status }: RunEnd): Promise<void> {
    this.#needs.list.change(run.importId, {
      stage: state.kind === 'finished' ? 'finished' : 'sending',
      counts: status.counts,
      failure: state.kind === 'stopped' ? state.failure : null,
      fewSent: state.kind === 'few-sent' ? state.rowNumbers : null,
    });
    const next = this.#turns.take(() => this.#mover.goOn(run, state));
    await this.#needs.onRunEnded(run.importId);
    await next;
  }

  #take<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    return this.#turns.take(() => guarded(work));
  }
}
