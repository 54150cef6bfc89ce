import type { Failure } from '../../shared/failure.ts';
import type { Checked, ImportDetail } from '../../shared/import.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { PreparingCallName, PreparingCalls } from '../preparing/calls.ts';
import type { ImportList } from './import-list.ts';
import type { OpenImport } from './open-import.ts';
import type { OpenImports } from './open-imports.ts';

/** What the ways to an import need of the desk. */
export type ImportAccessNeeds = {
  readonly open: OpenImports;
  readonly list: ImportList;
  /** Whether this import is being sent now. */
  readonly isSending: (importId: string) => boolean;
};

/** The way from an import's id to its thread, to what is known of it, and back to the list. */
export class ImportAccess {
  readonly #needs: ImportAccessNeeds;

  constructor(needs: ImportAccessNeeds) {
    this.#needs = needs;
  }

  /** The import, opened from its journal if need be. */
  async get(importId: string): Promise<Result<OpenImport, Failure>> {
    // Finds out whether another program changed it: then its thread here is closed, and another one reads what is true now.
    this.#needs.list.find(importId);
    return await this.#needs.open.get(importId);
  }

  /** The import, if its rows may be changed now: not while it is read, checked, sent, or waits to go on sending. */
  async changeable(importId: string): Promise<Result<OpenImport, Failure>> {
    const opened = await this.get(importId);
    if (!opened.ok) {
      return opened;
    }
    const isSending = this.#needs.list.find(importId)?.stage === 'sending';
    return isSending || this.#needs.isSending(importId) ? failed({ kind: 'import-busy' }) : opened;
  }

  /** Everything but the rows. */
  detail(opened: OpenImport, importId: string): Result<ImportDetail, Failure> {
    const summary = this.#needs.list.find(importId);
    const detail = summary === undefined ? null : opened.detail(summary);
    return detail === null ? failed({ kind: 'import-unknown', importId }) : success(detail);
  }

  /** Asks the import's thread something that changes nothing. */
  async ask<Name extends PreparingCallName>(
    importId: string,
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    const opened = await this.get(importId);
    return opened.ok ? await opened.value.ask(name, argument) : opened;
  }

  /** Asks the import's thread for a change of its rows. */
  async change<Name extends PreparingCallName>(
    importId: string,
    name: Name,
    argument: PreparingCalls[Name]['argument'],
  ): Promise<Result<PreparingCalls[Name]['reply'], Failure>> {
    const opened = await this.changeable(importId);
    return opened.ok ? await opened.value.ask(name, argument) : opened;
  }

  /** Takes over the findings in a reply, and passes it on. */
  keep<Reply>(
    importId: string,
    result: Result<Reply, Failure>,
    checkedIn: (reply: Reply) => Checked,
  ): Result<Reply, Failure> {
    if (result.ok) {
      this.#needs.open.known(importId)?.keep(checkedIn(result.value));
    }
    return result;
  }

  /** The same for a reply that is the findings. */
  keepChecked(importId: string, result: Result<Checked, Failure>): Result<Checked, Failure> {
    return this.keep(importId, result, (checked) => checked);
  }
}
