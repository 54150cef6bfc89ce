import { hourlyLimit, suggestedSpeed } from '../../shared/sending/hourly-limit.ts';
import { checkEndpoint } from '../../shared/catalog/endpoint.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import { JournalError } from '../journal/journal-error.ts';
import { JournalLeadQueue } from '../journal/lead-queue.ts';
import type { Clock } from '../sending/ports.ts';
import { Sender } from '../sending/sender.ts';
import { takeSenderLease, type SenderLease } from '../sending/sender-lease.ts';
import { AsyncClient } from '../telecrm/async-client.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';

/** What sending needs of the desk it belongs to. */
export type SendingDeskNeeds = {
  readonly dataFolder: string;
  readonly files: ImportFiles;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly list: ImportList;
  readonly announce: () => void;
  /** Called after a run ended, when its counts are on disk. */
  readonly onRunEnded: (importId: string) => Promise<void>;
};

/** One run of the sender over one import. */
type Run = {
  readonly importId: string;
  readonly sender: Sender;
  /** Resolves when the last answer is on disk and the lease is given back. Never rejects. */
  readonly ended: Promise<void>;
};

/** The one sender of this desk: at most one import is sent at a time, and no other program on this machine sends meanwhile. */
export class SendingDesk {
  readonly #needs: SendingDeskNeeds;
  #run: Run | null = null;
  #startingId: string | null = null;
  #status: SendingStatus | null = null;

  constructor(needs: SendingDeskNeeds) {
    this.#needs = needs;
  }

  /**
   * The first thing at every start: in imports that were being sent when the program died, what was on its way becomes
   * `unknown`, and the list shows the true counts. Left alone while another program is sending: it is its business then.
   */
  recover(): void {
    const interrupted = this.#needs.list.all().filter((summary) => summary.stage === 'sending');
    if (interrupted.length === 0) {
      return;
    }
    const lease = takeSenderLease(this.#needs.dataFolder);
    if (!lease.ok) {
      return;
    }
    for (const { importId } of interrupted) {
      const queue = this.#openQueue(importId);
      if (queue.ok) {
        this.#needs.list.change(importId, { counts: queue.value.counts() });
        queue.value.close();
      } else {
        this.#needs.list.change(importId, { failure: queue.failure });
      }
    }
    lease.value.release();
  }

  /** Whether this import, or without an id any, is being sent now. */
  isRunning(importId?: string): boolean {
    const runningId = this.#run?.importId ?? this.#startingId;
    return runningId !== null && (importId === undefined || runningId === importId);
  }

  /** The last known state; `null` before the first run. */
  status(): SendingStatus | null {
    return this.#status;
  }

  /** Forgets the state of an import that was taken back or deleted. */
  forget(importId: string): void {
    if (this.#status?.importId === importId) {
      this.#status = null;
      this.#needs.announce();
    }
  }

  /** Queues rows by `freeze` under the lease, then begins to send. A second call while anything is sent changes nothing. */
  async start(
    importId: string,
    speed: Speed,
    freeze: () => Promise<Result<number, Failure>>,
  ): Promise<Result<null, Failure>> {
    return await this.#begin(importId, speed, freeze);
  }

  /** Goes on with an import that was paused, stopped or interrupted. Going on with the one that is running changes nothing. */
  async continue(importId: string): Promise<Result<null, Failure>> {
    return await this.#begin(importId, null, () => Promise.resolve(success(0)));
  }

  /** Puts refused or unknown leads back in the queue and sends them. */
  async retry(importId: string, fate: 'rejected' | 'unknown'): Promise<Result<null, Failure>> {
    return await this.#begin(importId, null, () => {
      const queue = this.#openQueue(importId);
      if (!queue.ok) {
        return Promise.resolve(queue);
      }
      try {
        return Promise.resolve(success(queue.value.retry(fate, this.#needs.clock.wallMs())));
      } finally {
        queue.value.close();
      }
    });
  }

  /** Lets answers under way come, then ends the run. Idempotent. */
  async pause(): Promise<void> {
    const run = this.#run;
    await run?.sender.stop();
    await run?.ended;
  }

  setSpeed(speed: Speed): void {
    if (this.#run !== null) {
      this.#needs.global.putSpeed(this.#run.importId, speed);
      this.#run.sender.setSpeed(speed);
    }
  }

  /** Resolves when nothing is being sent, with the last state. */
  async ended(): Promise<SendingStatus | null> {
    await this.#run?.ended;
    return this.#status;
  }

  /** One start at a time: a second click while the first is still asking for the lease changes nothing. */
  async #begin(
    importId: string,
    speed: Speed | null,
    queueRows: () => Promise<Result<number, Failure>>,
  ): Promise<Result<null, Failure>> {
    if (this.#startingId !== null || this.#run !== null) {
      const sameId = this.#startingId ?? this.#run?.importId;
      return sameId === importId ? success(null) : failed({ kind: 'import-busy' });
    }
    this.#startingId = importId;
    try {
      return await this.#beginAlone(importId, speed, queueRows);
    } catch (error) {
      if (error instanceof JournalError) {
        return failed(error.failure);
      }
      throw error;
    } finally {
      this.#startingId = null;
    }
  }

  async #beginAlone(
    importId: string,
    wishedSpeed: Speed | null,
    queueRows: () => Promise<Result<number, Failure>>,
  ): Promise<Result<null, Failure>> {
    const { list, surroundings, global, dataFolder } = this.#needs;
    const summary = list.find(importId);
    if (summary === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    const view = surroundings.workspace(summary.workspaceId);
    const apiUrl = await surroundings.apiUrl(summary.workspaceId);
    const token = surroundings.readToken(summary.workspaceId);
    if (view === undefined || token === null) {
      return failed({ kind: 'token-missing' });
    }
    const { workspace } = view;
    const endpoint = checkEndpoint({ apiUrl, enterpriseId: workspace.enterpriseId, token });
    if (!endpoint.ok) {
      return endpoint;
    }
    const lease = takeSenderLease(dataFolder);
    if (!lease.ok) {
      return lease;
    }
    const queued = await queueRows();
    const queue = queued.ok ? this.#openQueue(importId) : queued;
    if (!queue.ok) {
      lease.value.release();
      return queue;
    }
    const speed = wishedSpeed ?? global.speedOf(importId) ?? suggestedSpeed(workspace);
    list.change(importId, { stage: 'sending', counts: queue.value.counts(), failure: null });
    global.rememberSending(importId, speed, workspace);
    const sink = new AsyncClient({
      ...endpoint.value,
      readToken: () => surroundings.readToken(summary.workspaceId),
      ...(surroundings.proxies === undefined ? {} : { proxies: surroundings.proxies }),
    });
    const sender = new Sender({
      queue: queue.value,
      sink,
      allowance: global.allowanceOf(token),
      clock: this.#needs.clock,
      random: Math.random,
      options: { importId, speed, limitPerHour: hourlyLimit(workspace) },
      onStatus: (status) => {
        this.#status = status;
        this.#needs.announce();
      },
    });
    const ended = this.#runToEnd(importId, sender, queue.value, sink, lease.value);
    this.#run = { importId, sender, ended };
    return success(null);
  }

  async #runToEnd(
    importId: string,
    sender: Sender,
    queue: JournalLeadQueue,
    sink: AsyncClient,
    lease: SenderLease,
  ): Promise<void> {
    const state = await sender.start();
    this.#status = sender.status();
    const counts = queue.counts();
    sink.close();
    queue.close();
    lease.release();
    this.#run = null;
    this.#needs.list.change(importId, {
      stage: state.kind === 'finished' ? 'finished' : 'sending',
      counts,
      failure: state.kind === 'stopped' ? state.failure : null,
    });
    await this.#needs.onRunEnded(importId);
  }

  #openQueue(importId: string): Result<JournalLeadQueue, Failure> {
    try {
      const queue = new JournalLeadQueue(this.#needs.files.journalOf(importId));
      queue.recoverInterrupted(this.#needs.clock.wallMs());
      return success(queue);
    } catch (error) {
      if (error instanceof JournalError) {
        return failed(error.failure);
      }
      throw error;
    }
  }
}
