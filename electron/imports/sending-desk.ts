import type { Failure } from '../../shared/failure.ts';
import type { Checked, ImportSummary } from '../../shared/import.ts';
import type { AttemptPage, EventPage } from '../../shared/ipc.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { hourlyLimit, suggestedSpeed } from '../../shared/sending/hourly-limit.ts';
import { leftToSend, totalToSend } from '../../shared/sending/progress.ts';
import type { SenderState, SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { JournalLeadQueue, RetriedFate } from '../journal/lead-queue.ts';
import { followSystem, type Steered } from '../sending/follow-system.ts';
import type { Clock, SystemEvents } from '../sending/ports.ts';
import { takeSenderLease, type SenderLease } from '../sending/sender-lease.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';
import { restingStatus } from './resting-status.ts';
import { failureOfJournal, SendingJournals } from './sending-journals.ts';
import { destinationOf, SendingRun, type Destination, type RunEnd } from './sending-run.ts';
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

/** How an import is to be sent. */
export type SendingWish = { readonly speed: Speed; readonly fewFirst: boolean };

/** Puts rows in the queue, under the lease, or says why not. */
type QueueRows = () => Promise<Result<unknown, Failure>>;

/**
 * Reasons to stop that concern one workspace: imports in the line that go to another one need not wait for its cure. After
 * any other reason everything waits.
 */
const CONCERNS_WORKSPACE: ReadonlySet<Failure['kind']> = new Set([
  'token-missing',
  'token-refused',
  'workspace-refused',
  'licence-expired',
  'enterprise-id-missing',
  'enterprise-id-odd',
  'enterprise-id-is-token',
]);

/**
 * The one sender of this desk and the line of imports before it: one is sent at a time, and no other program on this machine
 * sends meanwhile.
 *
 * [Note: When the line moves] The next import begins by itself when one is finished. It does not when the user paused, took
 * an import back or looks at a few leads first, and not when sending stopped for a reason that may concern all: then
 * everything waits until the user goes on, which also holds after a restart. Where the reason is one workspace's token, the
 * imports of other workspaces go on.
 */
export class SendingDesk {
  readonly #needs: SendingDeskNeeds;
  readonly #line: WaitingLine;
  readonly #journals: SendingJournals;
  /** Everything that begins or changes sending happens one after the other, so that a second click finds the first one done. */
  readonly #turns = new Turns(1);
  readonly #stopFollowing: () => void;
  #run: SendingRun | null = null;
  /** Resolves when everything that follows the end of the newest run is done. */
  #settled: Promise<void> = Promise.resolve();
  /** The import that is being put in the queue at this moment. */
  #startingId: string | null = null;
  #isMoving = false;
  /** The machine falls asleep: a run that begins now waits as well. */
  #isResting = false;
  /** Workspaces whose token or address must be mended before their imports have their turn. */
  readonly #blocked = new Set<string>();
  #status: SendingStatus | null = null;

  constructor(needs: SendingDeskNeeds) {
    this.#needs = needs;
    this.#line = new WaitingLine(needs.global, needs.announce);
    this.#journals = new SendingJournals(needs.files, needs.clock);
    this.#stopFollowing =
      needs.system === null ? () => undefined : followSystem(needs.system, this.#steered(), needs.clock);
  }

  /**
   * The first thing at every start: in imports that were being sent when the program died, what was on its way becomes
   * `unknown`, and the list shows the true counts. Left alone while another program is sending: it is its business then.
   */
  recover(): void {
    const { list, dataFolder } = this.#needs;
    const interrupted = list.all().filter((summary) => summary.stage === 'sending');
    if (interrupted.length === 0) {
      return;
    }
    const lease = takeSenderLease(dataFolder);
    if (!lease.ok) {
      return;
    }
    for (const summary of interrupted) {
      const counted = this.#journals.withQueue(summary.importId, (queue) => {
        list.change(summary.importId, { counts: queue.counts() });
        this.#status ??= this.#gateOf(summary, queue);
      });
      if (!counted.ok) {
        list.change(summary.importId, { failure: counted.failure });
      }
    }
    lease.value.release();
  }

  /** Whether this import, or without an id any, is being sent now. */
  isRunning(importId?: string): boolean {
    const runningId = this.#run?.importId ?? this.#startingId;
    return runningId !== null && (importId === undefined || runningId === importId);
  }

  /** Whether this import is being sent or waits in the line. */
  isUnderWay(importId: string): boolean {
    return this.isRunning(importId) || this.#line.has(importId);
  }

  /** The last known state; `null` before the first run. */
  status(): SendingStatus | null {
    return this.#status;
  }

  /** The imports that wait their turn, the next one first. */
  line(): readonly string[] {
    return this.#line.all();
  }

  /** Forgets the state of an import that was taken back or deleted. */
  forget(importId: string): void {
    this.#line.remove(importId);
    if (this.#status?.importId === importId) {
      this.#status = null;
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
      return await this.#begin(importId, wish.speed, 'started', async () => {
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
      const isWaiting = this.#line.has(importId) && this.#run !== null;
      if (this.isRunning(importId) || isWaiting) {
        return success(null);
      }
      return await this.#begin(importId, null, 'continued', () =>
        Promise.resolve(this.#journals.letGoOn(importId)),
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
      const run = this.#run;
      if (run?.importId === importId) {
        run.queue.retry(fate, rowIndexes, nowMs);
        if (run.lookAgain()) {
          return success(null);
        }
        await run.ended;
      }
      return await this.#begin(importId, null, 'continued', () =>
        Promise.resolve(this.#journals.withQueue(importId, (queue) => queue.retry(fate, rowIndexes, nowMs))),
      );
    });
  }

  /** Lets answers under way come, then ends the run; the line waits. Idempotent. */
  async pause(): Promise<void> {
    this.#isMoving = false;
    await this.#turns.take(() => this.#endRun());
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
        this.#isMoving = false;
        await this.#endRun();
      }
      return await this.#underLease(async () => {
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
    return isSent ? await this.#take(() => this.#underLease(work)) : await work();
  }

  /** Moves an import that waits to this 0-based place in the line. One that does not wait is left alone. */
  async moveInLine(importId: string, place: number): Promise<Result<null, Failure>> {
    return await this.#take(() => {
      this.#line.move(importId, place);
      return Promise.resolve(success(null));
    });
  }

  setSpeed(speed: Speed): void {
    if (this.#run !== null) {
      this.#needs.global.putSpeed(this.#run.importId, speed);
      this.#run.setSpeed(speed);
    }
  }

  /** Takes over what changed about a workspace while one of its imports is sent: the share kept free, address, token. */
  workspaceChanged(workspaceId: string): void {
    const run = this.#run;
    const view = this.#needs.surroundings.workspace(workspaceId);
    if (run?.workspaceId === workspaceId && view !== undefined) {
      run.setLimit(hourlyLimit(view.workspace));
      void this.#turns.take(() => this.#replaceIfElsewhere(run));
    }
  }

  /** Requests of an import, newest first; of one row or of all (`null`). */
  attempts(
    importId: string,
    rowIndex: number | null,
    offset: number,
    limit: number,
  ): Result<AttemptPage, Failure> {
    return (
      this.#readable(importId) ??
      this.#journals.withRecord(importId, (record) => record.attempts(rowIndex, offset, limit))
    );
  }

  /** What happened to the sending of an import, newest first. */
  events(importId: string, offset: number, limit: number): Result<EventPage, Failure> {
    return (
      this.#readable(importId) ??
      this.#journals.withRecord(importId, (record) => record.events(offset, limit))
    );
  }

  /** Resolves when nothing is being sent and nothing begins by itself, with the last state. */
  async ended(): Promise<SendingStatus | null> {
    await this.#settled;
    while (this.#run !== null) {
      await this.#settled;
    }
    return this.#status;
  }

  /** Waits for answers under way; afterwards nothing begins by itself any more. Idempotent. */
  async close(): Promise<void> {
    this.#stopFollowing();
    await this.pause();
    await this.#settled;
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
      end: () => void this.pause(),
    };
  }

  /** Puts the rows of an import in the queue by `queueRows`, then begins to send it, or puts it at the end of the line. */
  async #begin(
    importId: string,
    wishedSpeed: Speed | null,
    event: 'started' | 'continued',
    queueRows: QueueRows,
  ): Promise<Result<null, Failure>> {
    const { list, surroundings, global } = this.#needs;
    const summary = list.find(importId);
    if (summary === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    const destination = await destinationOf(summary, surroundings);
    if (!destination.ok) {
      return destination;
    }
    this.#blocked.delete(summary.workspaceId);
    const { workspace } = destination.value;
    const speed = wishedSpeed ?? global.speedOf(importId) ?? suggestedSpeed(workspace);
    if (this.#run !== null) {
      const queued = await this.#queue(importId, queueRows);
      if (queued.ok) {
        global.rememberSending(importId, speed, workspace);
        this.#line.add(importId);
      }
      return queued;
    }
    const lease = takeSenderLease(this.#needs.dataFolder);
    if (!lease.ok) {
      return lease;
    }
    const queued = await this.#queue(importId, queueRows);
    if (!queued.ok) {
      lease.value.release();
      return queued;
    }
    global.rememberSending(importId, speed, workspace);
    this.#isMoving = true;
    return this.#startRun({ summary, speed, destination: destination.value, event }, lease.value);
  }

  async #queue(importId: string, queueRows: QueueRows): Promise<Result<null, Failure>> {
    this.#startingId = importId;
    try {
      const queued = await queueRows();
      const counted = queued.ok ? this.#journals.withQueue(importId, (queue) => queue.counts()) : queued;
      if (!counted.ok) {
        return counted;
      }
      this.#needs.list.change(importId, { stage: 'sending', counts: counted.value, failure: null });
      return success(null);
    } finally {
      this.#startingId = null;
    }
  }

  #startRun(beginning: Beginning, lease: SenderLease): Result<null, Failure> {
    const { global, surroundings, clock, announce } = this.#needs;
    const { importId } = beginning.summary;
    let queue: JournalLeadQueue | null = null;
    try {
      queue = this.#journals.openQueue(importId);
      queue.addEvent(beginning.event, { leadCount: leftToSend(queue.counts()) });
      const run = new SendingRun({
        ...beginning,
        queue,
        lease,
        global,
        surroundings,
        clock,
        onStatus: (status) => {
          this.#status = status;
          announce();
        },
        onOtherToken: () => {
          void this.#turns.take(() => this.#replaceIfElsewhere(run));
        },
      });
      this.#run = run;
      if (this.#isResting) {
        run.rest();
      }
      this.#line.remove(importId);
      this.#settled = run.ended.then((end) => this.#runEnded(run, end));
      return success(null);
    } catch (error) {
      queue?.close();
      lease.release();
      return failed(failureOfJournal(error));
    }
  }

  async #runEnded(run: SendingRun, { state, status }: RunEnd): Promise<void> {
    if (this.#run === run) {
      this.#run = null;
    }
    this.#status = status;
    this.#needs.list.change(run.importId, {
      stage: state.kind === 'finished' ? 'finished' : 'sending',
      counts: status.counts,
      failure: state.kind === 'stopped' ? state.failure : null,
    });
    const next = this.#turns.take(() => this.#goOn(run, state));
    await this.#needs.onRunEnded(run.importId);
    await next;
  }

  /** What follows the end of a run; see the note on when the line moves. */
  async #goOn(run: SendingRun, state: SenderState): Promise<void> {
    if (state.kind === 'stopped' && CONCERNS_WORKSPACE.has(state.failure.kind)) {
      this.#blocked.add(run.workspaceId);
    } else if (state.kind !== 'finished' && !run.isReplaced) {
      this.#isMoving = false;
    }
    if (this.#run !== null || !this.#isMoving) {
      return;
    }
    if (run.isReplaced && state.kind === 'paused') {
      await this.#beginByItself(run.importId);
    } else if (this.#needs.line === 'moves') {
      await this.#beginNext();
    }
  }

  async #beginNext(): Promise<void> {
    for (const importId of this.#line.all()) {
      const summary = this.#needs.list.find(importId);
      if (summary === undefined) {
        this.#line.remove(importId);
      } else if (!this.#blocked.has(summary.workspaceId) && (await this.#beginByItself(importId))) {
        return;
      }
    }
    this.#isMoving = false;
  }

  /** Begins without anybody having pressed a button; what stands in the way is told in the list. */
  async #beginByItself(importId: string): Promise<boolean> {
    const summary = this.#needs.list.find(importId);
    const isFirst = summary !== undefined && leftToSend(summary.counts) === totalToSend(summary.counts);
    const begun = await this.#guarded(() =>
      this.#begin(importId, null, isFirst ? 'started' : 'continued', () => Promise.resolve(success(0))),
    );
    if (!begun.ok && summary !== undefined) {
      this.#needs.list.change(importId, { failure: begun.failure });
      this.#blocked.add(summary.workspaceId);
    }
    return begun.ok;
  }

  /** Ends a run whose requests would now go elsewhere, or with another token, and begins another one. */
  async #replaceIfElsewhere(run: SendingRun): Promise<void> {
    const summary = this.#needs.list.find(run.importId);
    if (this.#run !== run || summary === undefined) {
      return;
    }
    const destination = await destinationOf(summary, this.#needs.surroundings);
    if (destination.ok && run.differsFrom(destination.value)) {
      run.isReplaced = true;
      await run.stop();
    }
  }

  async #endRun(): Promise<void> {
    const run = this.#run;
    await run?.stop();
    if (this.#run === run) {
      this.#run = null;
    }
  }

  /** Does something to an import's rows while no other program can send them. */
  /** Whatever is sent by this program holds the lease already. */
  async #underLease<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
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

  #take<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    return this.#turns.take(() => this.#guarded(work));
  }

  async #guarded<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    try {
      return await work();
    } catch (error) {
      return failed(failureOfJournal(error));
    }
  }

  /** The failure of asking for an import that is not there. */
  #readable(importId: string): Result<never, Failure> | null {
    return this.#needs.list.find(importId) === undefined
      ? failed({ kind: 'import-unknown', importId })
      : null;
  }

  /** The state of an import whose first few leads wait to be looked at; `null` for any other. */
  #gateOf(summary: ImportSummary, queue: JournalLeadQueue): SendingStatus | null {
    const few = queue.fewFirst();
    if (few?.isWaiting !== true) {
      return null;
    }
    const { global, surroundings, clock } = this.#needs;
    return restingStatus({
      summary,
      state: { kind: 'few-sent', rowNumbers: queue.rowNumbers(few.rowIndexes ?? []) },
      counts: queue.counts(),
      global,
      surroundings,
      nowMs: clock.wallMs(),
    });
  }
}

type Beginning = {
  readonly summary: ImportSummary;
  readonly speed: Speed;
  readonly destination: Destination;
  readonly event: 'started' | 'continued';
};
