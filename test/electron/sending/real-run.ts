import { join } from 'node:path';
import type { SecureContext } from 'node:tls';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { Sender } from '../../../electron/sending/sender.ts';
import { AsyncClient } from '../../../electron/telecrm/async-client.ts';
import type { ProxyFinder } from '../../../electron/telecrm/route.ts';
import type { FateCounts } from '../../../shared/sending/fate.ts';
import type { SenderState, SendingStatus } from '../../../shared/sending/status.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { waitingWords } from '../../../shared/words/waiting-words.ts';
import { queuedImport, temporaryFolder } from '../journal/made-import.ts';
import { MemoryAllowance } from './simulation/memory-allowance.ts';
import { TestClock, settle } from './simulation/test-clock.ts';

const words = makeWords('en', 'Asia/Kolkata');

/** Where leads are sent. */
export type Target = {
  readonly apiUrl: string;
  readonly enterpriseId: string;
  readonly token: string;
  readonly proxies?: ProxyFinder;
  readonly trusted?: SecureContext;
};

/** How a run ended, and what was said on the way. */
export type RunEnd = {
  readonly state: SenderState;
  readonly counts: FateCounts;
  /** What people were told while sending waited, each sentence once, and at the end if it stopped. */
  readonly told: readonly string[];
  /** How much simulated time passed. */
  readonly tookMs: number;
};

/** An import on disk whose leads are sent by the real sender over real connections. Only time is simulated. */
export class RealRun {
  readonly clock: TestClock;
  readonly path: string;
  readonly #allowance = new MemoryAllowance();

  /** `leads` rows, all ready and queued. */
  constructor(leads: number, clock = new TestClock()) {
    this.clock = clock;
    this.path = join(temporaryFolder(), 'import.sqlite');
    queuedImport(this.path, leads);
  }

  /**
   * Sends until the end. `onTold` is called with each new reason for waiting, to change the world. Time moves on, to the next
   * thing that is waited for, only while no request is under way.
   */
  async send(target: Target, onTold: (kind: string) => void = () => {}): Promise<RunEnd> {
    const { token, ...address } = target;
    const queue = new JournalLeadQueue(this.path);
    const sink = new AsyncClient({ ...address, readToken: () => token });
    const told: string[] = [];
    const onStatus = ({ state, counts }: SendingStatus): void => {
      const waiting = state.kind === 'running' ? state.waiting : null;
      const sentence = waiting === null ? null : waitingWords(words, waiting, counts.accepted);
      const timeless = sentence?.replaceAll(/\d{1,2}:\d{2}\s[ap]m/gu, '<time>');
      if (waiting !== null && timeless !== undefined && !told.includes(timeless)) {
        told.push(timeless);
        onTold(waiting.kind);
      }
    };
    const startedMs = this.clock.monotonicMs();
    const state = await this.#toEnd(queue, sink, onStatus);
    const counts = queue.counts();
    sink.close();
    queue.close();
    if (state.kind === 'stopped') {
      const { title, next } = failureWords(words.say, state.failure);
      told.push(`${title} ${next}`);
    }
    return { state, counts, told, tookMs: this.clock.monotonicMs() - startedMs };
  }

  async #toEnd(
    queue: JournalLeadQueue,
    sink: AsyncClient,
    onStatus: (status: SendingStatus) => void,
  ): Promise<SenderState> {
    const { clock } = this;
    const sender = new Sender({
      queue,
      sink,
      allowance: this.#allowance,
      clock,
      random: () => 0.5,
      options: { importId: 'import-1', speed: 'fast' },
      onStatus,
    });
    const run: { end: SenderState | null } = { end: null };
    void sender.start().then((state) => {
      run.end = state;
    });
    for (;;) {
      await settle();
      if (run.end !== null) {
        return run.end;
      }
      if (queue.counts().sending === 0) {
        clock.advanceToNext();
      }
    }
  }
}
