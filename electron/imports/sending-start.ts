import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { suggestedSpeed } from '../../shared/sending/hourly-limit.ts';
import type { Speed } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import { takeSenderLease } from '../sending/sender-lease.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportList } from './import-list.ts';
import type { LinePolicy } from './line-policy.ts';
import type { RunSlot } from './run-slot.ts';
import type { SendingJournals } from './sending-journals.ts';
import { destinationOf } from './sending-run.ts';
import type { WaitingLine } from './waiting-line.ts';

/** What beginning needs of the sending desk. */
export type SendingStartNeeds = {
  readonly dataFolder: string;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly list: ImportList;
  readonly journals: SendingJournals;
  readonly line: WaitingLine;
  readonly policy: LinePolicy;
  readonly slot: RunSlot;
};

/** Puts rows in the queue, under the lease, or says why not. */
export type QueueRows = () => Promise<Result<unknown, Failure>>;

/** The beginning of sending an import: its rows are queued under the lease, then a run begins, or the import waits in the line. */
export class SendingStart {
  readonly #needs: SendingStartNeeds;
  #startingId: string | null = null;

  constructor(needs: SendingStartNeeds) {
    this.#needs = needs;
  }

  /** The import whose rows are being put in the queue; `null` when there is none. */
  get startingId(): string | null {
    return this.#startingId;
  }

  /** Puts the rows of an import in the queue by `queueRows`, then begins to send it, or puts it at the end of the line. */
  async begin(
    importId: string,
    wishedSpeed: Speed | null,
    event: 'started' | 'continued',
    queueRows: QueueRows,
  ): Promise<Result<null, Failure>> {
    const { dataFolder, list, surroundings, global, line, policy, slot } = this.#needs;
    const summary = list.find(importId);
    if (summary === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    const destination = await destinationOf(summary, surroundings);
    if (!destination.ok) {
      return destination;
    }
    const { workspace } = destination.value;
    policy.begin(summary.workspaceId);
    const speed = wishedSpeed ?? summary.speed ?? suggestedSpeed(workspace);
    if (slot.run !== null) {
      const queued = await this.#queue(importId, speed, queueRows);
      if (queued.ok) {
        global.rememberWorkspace(importId, workspace);
        line.add(importId);
      }
      return queued;
    }
    const lease = takeSenderLease(dataFolder);
    if (!lease.ok) {
      return lease;
    }
    const queued = await this.#queue(importId, speed, queueRows);
    if (!queued.ok) {
      lease.value.release();
      return queued;
    }
    const begun = slot.start({ summary, speed, destination: destination.value, event }, lease.value);
    if (begun.ok) {
      line.remove(importId);
    }
    return begun;
  }

  async #queue(importId: string, speed: Speed, queueRows: QueueRows): Promise<Result<null, Failure>> {
    const { list, journals } = this.#needs;
    this.#startingId = importId;
    try {
      const queued = await queueRows();
      const counted = queued.ok ? journals.withQueue(importId, (queue) => queue.counts()) : queued;
      if (!counted.ok) {
        return counted;
      }
      list.change(importId, {
        stage: 'sending',
        counts: counted.value,
        failure: null,
        speed,
        fewSent: null,
      });
      return success(null);
    } finally {
      this.#startingId = null;
    }
  }
}
