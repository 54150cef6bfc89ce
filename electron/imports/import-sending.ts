import type { Failure } from '../../shared/failure.ts';
import type { Receipt } from '../../shared/sending/receipt.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import { attempt } from './failure-of.ts';
import type { ImportAccess } from './import-access.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportList } from './import-list.ts';
import { makeReceipt } from './receipt.ts';
import type { SendingDesk, SendingWish } from './sending-desk.ts';

/** What sending an import needs of the desk. */
export type ImportSendingNeeds = {
  readonly access: ImportAccess;
  readonly list: ImportList;
  readonly sending: SendingDesk;
  readonly surroundings: Surroundings;
  readonly global: GlobalJournal;
  readonly memory: MappingMemory | null;
};

/** An import on its way from its rows to the sender and back: see the port for what each method promises. */
export class ImportSending {
  readonly #needs: ImportSendingNeeds;

  constructor(needs: ImportSendingNeeds) {
    this.#needs = needs;
  }

  async receipt(importId: string): Promise<Result<Receipt, Failure>> {
    const { access, list, sending, surroundings, global } = this.#needs;
    const opened = await access.get(importId);
    const summary = list.find(importId);
    if (!opened.ok) {
      return opened;
    }
    if (summary === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    return await makeReceipt({
      opened: opened.value,
      summary,
      isSending: sending.isUnderWay(importId),
      surroundings,
      global,
      nowMs: Date.now(),
    });
  }

  async send(importId: string, wish: SendingWish): Promise<Result<null, Failure>> {
    const { access, sending } = this.#needs;
    if (sending.isUnderWay(importId)) {
      return success(null);
    }
    const receipt = await this.receipt(importId);
    if (!receipt.ok) {
      return receipt;
    }
    if (receipt.value.obstacle !== null) {
      return failed(receipt.value.obstacle);
    }
    return await sending.start(importId, wish, async () => {
      const frozen = await access.ask(importId, 'freeze', { atMs: Date.now() });
      access.keep(importId, frozen, (reply) => reply.checked);
      await this.remember(importId);
      return frozen.ok ? success(frozen.value.queuedCount) : frozen;
    });
  }

  /** Remembers how the sheet was matched and answered, for the next of its kind. That it cannot be written stops nothing. */
  async remember(importId: string): Promise<Result<null, Failure>> {
    const { access, list, memory } = this.#needs;
    const opened = await access.get(importId);
    const summary = list.find(importId);
    const matching = opened.ok ? opened.value.matching() : null;
    const hasHeadings = opened.ok && opened.value.facts()?.reading.headerRowNumber !== null;
    if (memory === null || summary === undefined || matching === null || !hasHeadings) {
      return success(null);
    }
    const { workspaceId, fileName } = summary;
    const { mapping, decisions } = matching;
    return attempt(() => {
      memory.remember({ workspaceId, fileName, mapping, decisions }, Date.now());
    }, fileName);
  }

  async stop(importId: string): Promise<Result<null, Failure>> {
    const { access, list, sending } = this.#needs;
    if (list.find(importId)?.stage !== 'sending') {
      return success(null);
    }
    const takenBack = await sending.takeBack(importId, () => access.ask(importId, 'takeBack', null));
    if (!takenBack.ok) {
      return takenBack;
    }
    access.keepChecked(importId, takenBack);
    list.change(importId, { stage: 'open', counts: takenBack.value.counts, fewSent: null });
    return success(null);
  }
}
