import { success } from '../../shared/result.ts';
import { leftToSend, totalToSend } from '../../shared/sending/progress.ts';
import type { SenderState } from '../../shared/sending/status.ts';
import type { ImportList } from './import-list.ts';
import { guarded } from './journal-failure.ts';
import type { LinePolicy } from './line-policy.ts';
import type { RunSlot } from './run-slot.ts';
import type { SendingRun } from './sending-run.ts';
import type { SendingStart } from './sending-start.ts';
import type { WaitingLine } from './waiting-line.ts';

/** What moving the line needs of the sending desk. */
export type LineMoverNeeds = {
  readonly list: ImportList;
  readonly line: WaitingLine;
  readonly policy: LinePolicy;
  readonly slot: RunSlot;
  readonly start: SendingStart;
  /** Whether the next import begins by itself at all; see `ImportDeskOptions`. */
  readonly mode: 'moves' | 'stays';
};

/** Begins what follows a run by itself: the same import again when its run was replaced, or the next one of the line. */
export class LineMover {
  readonly #needs: LineMoverNeeds;

  constructor(needs: LineMoverNeeds) {
    this.#needs = needs;
  }

  /** What follows the end of a run; see the note on when the line moves. */
  async goOn(run: SendingRun, state: SenderState): Promise<void> {
    const { policy, slot, mode } = this.#needs;
    if (!run.isReplaced) {
      policy.ended(run.workspaceId, state);
    }
    if (slot.run !== null || !policy.isMoving) {
      return;
    }
    if (run.isReplaced && state.kind === 'paused') {
      await this.#beginByItself(run.importId);
    } else if (mode === 'moves') {
      await this.#beginNext();
    }
  }

  async #beginNext(): Promise<void> {
    const { list, line, policy } = this.#needs;
    for (const importId of line.all()) {
      const summary = list.find(importId);
      if (summary === undefined) {
        line.remove(importId);
      } else if (!policy.isBlocked(summary.workspaceId) && (await this.#beginByItself(importId))) {
        return;
      }
    }
    policy.halt();
  }

  /** Begins without anybody having pressed a button; what stands in the way is told in the list. */
  async #beginByItself(importId: string): Promise<boolean> {
    const { list, policy, start } = this.#needs;
    const summary = list.find(importId);
    const isFirst = summary !== undefined && leftToSend(summary.counts) === totalToSend(summary.counts);
    const begun = await guarded(() =>
      start.begin(importId, null, isFirst ? 'started' : 'continued', () => Promise.resolve(success(0))),
    );
    if (!begun.ok && summary !== undefined) {
      list.change(importId, { failure: begun.failure });
      policy.block(summary.workspaceId);
    }
    return begun.ok;
  }
}
