import { checkEndpoint, type Endpoint } from '../../shared/catalog/endpoint.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { ImportSummary } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { hourlyLimit } from '../../shared/sending/hourly-limit.ts';
import type { SenderState, SendingStatus, Speed } from '../../shared/sending/status.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import { JournalError } from '../journal/journal-error.ts';
import type { JournalLeadQueue } from '../journal/lead-queue.ts';
import type { Clock } from '../sending/ports.ts';
import { Sender } from '../sending/sender.ts';
import type { SenderLease } from '../sending/sender-lease.ts';
import { AsyncClient } from '../telecrm/async-client.ts';
import { followedAllowance } from './followed-allowance.ts';
import type { Surroundings } from './import-desk-port.ts';

/** Where the leads of an import go, and with what. */
export type Destination = {
  readonly workspace: Workspace;
  readonly endpoint: Endpoint;
  readonly token: string;
};

/** Looks up where an import is sent now; fails with what a person has to put right first. */
export async function destinationOf(
  { workspaceId }: ImportSummary,
  surroundings: Surroundings,
): Promise<Result<Destination, Failure>> {
  const view = surroundings.workspace(workspaceId);
  if (view === undefined) {
    return failed({ kind: 'workspace-gone' });
  }
  const apiUrl = await surroundings.apiUrl(workspaceId);
  const token = surroundings.readToken(workspaceId);
  if (token === null) {
    return failed({ kind: 'token-missing' });
  }
  const { workspace } = view;
  const endpoint = checkEndpoint({ apiUrl, enterpriseId: workspace.enterpriseId, token });
  return endpoint.ok ? success({ workspace, endpoint: endpoint.value, token }) : endpoint;
}

/** What one run of the sender over one import is made of. */
export type RunParts = {
  readonly summary: ImportSummary;
  readonly speed: Speed;
  readonly destination: Destination;
  /** Taken over: closed at the end. */
  readonly queue: JournalLeadQueue;
  /** Taken over: given back at the end. */
  readonly lease: SenderLease;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly onStatus: (status: SendingStatus) => void;
  /** Called when requests leave with another token than the run began with. */
  readonly onOtherToken: () => void;
};

/** How a run ended, when all that it held is given back. */
export type RunEnd = { readonly state: SenderState; readonly status: SendingStatus };

/** One run of the sender over one import: from the first lead to the end, with what it holds meanwhile. */
export class SendingRun {
  readonly importId: string;
  readonly workspaceId: string;
  readonly queue: JournalLeadQueue;
  /** Never rejects. */
  readonly ended: Promise<RunEnd>;
  /** Another run of the same import follows at once: the token or the address was changed. */
  isReplaced = false;
  readonly #parts: RunParts;
  readonly #sender: Sender;
  /** The few leads that go first, where this run sends no others. */
  readonly #few: readonly number[] | null;

  constructor(parts: RunParts) {
    const { summary, speed, destination, queue, global, surroundings } = parts;
    const { workspaceId, importId } = summary;
    const readToken = (): string | null => surroundings.readToken(workspaceId);
    this.#parts = parts;
    this.importId = importId;
    this.workspaceId = workspaceId;
    this.queue = queue;
    this.#few = queue.boundToFew();
    const sink = new AsyncClient({
      ...destination.endpoint,
      readToken,
      ...(surroundings.proxies === undefined ? {} : { proxies: surroundings.proxies }),
    });
    this.#sender = new Sender({
      queue,
      sink,
      allowance: followedAllowance({
        global,
        token: destination.token,
        readToken,
        onOther: parts.onOtherToken,
      }),
      clock: parts.clock,
      random: Math.random,
      options: { importId, speed, limitPerHour: hourlyLimit(destination.workspace) },
      onStatus: parts.onStatus,
    });
    this.ended = this.#runToEnd(sink);
  }

  /** Whether requests of this run go elsewhere than they would now. */
  differsFrom({ endpoint, token }: Destination): boolean {
    const { destination } = this.#parts;
    return (
      endpoint.apiUrl !== destination.endpoint.apiUrl ||
      endpoint.enterpriseId !== destination.endpoint.enterpriseId ||
      token !== destination.token
    );
  }

  /** Waits briefly for answers under way, then ends. */
  async stop(): Promise<void> {
    await this.#sender.stop();
    await this.ended;
  }

  setSpeed(speed: Speed): void {
    this.#sender.setSpeed(speed);
  }

  /** Takes over what the user changed about sharing the token. */
  setLimit(limitPerHour: number): void {
    this.#sender.setLimit(limitPerHour);
  }

  /** Looks at the queue again; `false` when this run is over. */
  lookAgain(): boolean {
    return this.#sender.lookAgain();
  }

  /** Nothing leaves until `wake`: the machine falls asleep. */
  rest(): void {
    this.#sender.rest();
  }

  wake(): void {
    this.#sender.wake();
  }

  /** A wait for the network is over. */
  tryAtOnce(): void {
    this.#sender.tryAtOnce();
  }

  async #runToEnd(sink: AsyncClient): Promise<RunEnd> {
    const { queue, lease } = this.#parts;
    const end = await this.#sender.start();
    this.#giveUpOnTheWay();
    const state = this.#stateAfter(end);
    const status = { ...this.#sender.status(), state };
    sink.close();
    queue.close();
    lease.release();
    return { state, status };
  }

  /**
   * What has no record of its answer is unknown from now on. Where even that cannot be written, as on a full disk, it is so at
   * the next opening; the counts say so already.
   */
  #giveUpOnTheWay(): void {
    if (this.queue.counts().sending === 0) {
      return;
    }
    try {
      this.queue.recoverInterrupted(this.#parts.clock.wallMs());
    } catch (error) {
      if (!(error instanceof JournalError)) {
        throw error;
      }
    }
  }

  /** The end as the user sees it, entered in the import's record. */
  #stateAfter(end: SenderState): SenderState {
    try {
      const state = end.kind === 'finished' && this.#few !== null ? this.#letLook(this.#few) : end;
      if (!this.isReplaced) {
        this.#enter(state);
      }
      return state;
    } catch (error) {
      // A full disk: why sending ended is told all the same; the record lacks this one line.
      if (!(error instanceof JournalError)) {
        throw error;
      }
      return end.kind === 'stopped' ? end : { kind: 'stopped', failure: error.failure };
    }
  }

  /** The few are answered: from now on the rest waits for the user. */
  #letLook(rowIndexes: readonly number[]): SenderState {
    this.queue.putFewFirst({ rowIndexes, isWaiting: true });
    return { kind: 'few-sent', rowNumbers: this.queue.rowNumbers(rowIndexes) };
  }

  #enter(state: SenderState): void {
    switch (state.kind) {
      case 'few-sent':
        this.queue.addEvent('few-sent', { leadCount: state.rowNumbers.length });
        return;
      case 'stopped':
        this.queue.addEvent('stopped', { failureKind: state.failure.kind });
        return;
      case 'finished':
        this.queue.addEvent('finished', { leadCount: this.queue.counts().accepted });
        return;
      case 'paused':
      case 'pausing':
      case 'running':
        this.queue.addEvent('paused');
        return;
      default:
        unreachable(state);
    }
  }
}
