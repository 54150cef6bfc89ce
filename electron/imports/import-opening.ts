import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Failure } from '../../shared/failure.ts';
import type { ImportDetail } from '../../shared/import.ts';
import type { Result } from '../../shared/result.ts';
import { attempt } from './failure-of.ts';
import { firstSummary } from './first-summary.ts';
import type { ImportAccess } from './import-access.ts';
import type { OpenWish } from './import-desk-options.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';
import type { OpenImports } from './open-imports.ts';
import { orFailure } from './journal-failure.ts';
import { keepWhile, PASTED_READING } from './pasted-cells.ts';

/** What opening files needs of the desk. */
export type ImportOpeningNeeds = {
  readonly access: ImportAccess;
  readonly files: ImportFiles;
  readonly list: ImportList;
  readonly open: OpenImports;
};

/** Files and copied cells become imports: see the port for what each method promises. */
export class ImportOpening {
  readonly #needs: ImportOpeningNeeds;

  constructor(needs: ImportOpeningNeeds) {
    this.#needs = needs;
  }

  async open(path: string, workspaceId: string, wish: OpenWish): Promise<Result<ImportDetail, Failure>> {
    return await this.#openAs(randomUUID(), path, workspaceId, wish);
  }

  async openPasted(
    text: string,
    fileName: string,
    workspaceId: string,
  ): Promise<Result<ImportDetail, Failure>> {
    const importId = randomUUID();
    return await keepWhile(this.#needs.files, { importId, fileName, text }, (path) =>
      this.#openAs(importId, path, workspaceId, { reading: PASTED_READING }),
    );
  }

  /** The outcome of reading and checking, once it is there. */
  async whenPrepared(importId: string): Promise<Result<ImportDetail, Failure>> {
    const { access } = this.#needs;
    const opened = await access.get(importId);
    if (!opened.ok) {
      return opened;
    }
    const settled = await opened.value.settled();
    return settled.ok ? access.detail(opened.value, importId) : settled;
  }

  async read(importId: string): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#needs.access.get(importId);
    return opened.ok ? this.#needs.access.detail(opened.value, importId) : opened;
  }

  async #openAs(
    importId: string,
    path: string,
    workspaceId: string,
    wish: OpenWish,
  ): Promise<Result<ImportDetail, Failure>> {
    const { access, files, list, open } = this.#needs;
    const opened = open.make(importId, workspaceId);
    const looked = await opened.look(path, wish.reading ?? {});
    const staged = looked.ok ? opened.stage(path, looked.value, wish.recipe ?? null) : looked;
    if (!staged.ok) {
      await opened.close();
      return staged;
    }
    const added = orFailure(() => {
      list.add(firstSummary(importId, basename(path), workspaceId, Date.now()));
    });
    if (!added.ok) {
      await opened.close();
      // It is in no list, so nobody would ever miss or delete what was kept of it.
      attempt(() => {
        files.deleteFiles(importId);
      }, importId);
      return added;
    }
    await open.add(importId, opened);
    return access.detail(opened, importId);
  }
}
