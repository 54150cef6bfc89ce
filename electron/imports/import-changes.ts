import type { Answer } from '../../shared/cleaning/plan.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Checked, DuplicateChoice, ImportDetail, RowView } from '../../shared/import.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { parseRecipe } from '../../shared/mapping/recipe.ts';
import type { Result } from '../../shared/result.ts';
import { noRows } from '../../shared/sending/fate.ts';
import type { Reading } from '../../shared/sheet/sheet.ts';
import type { ImportAccess } from './import-access.ts';
import type { ImportList } from './import-list.ts';
import type { OpenImport } from './open-import.ts';

type Edited = { readonly row: RowView; readonly checked: Checked };

/** What the user changes about an import before it is sent: see the port for what each method promises. */
export class ImportChanges {
  readonly #access: ImportAccess;
  readonly #list: ImportList;

  constructor(access: ImportAccess, list: ImportList) {
    this.#access = access;
    this.#list = list;
  }

  async setReading(importId: string, reading: Reading): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#access.changeable(importId);
    if (!opened.ok) {
      return opened;
    }
    const begun = await opened.value.setReading(reading);
    if (!begun.ok) {
      return begun;
    }
    this.#list.change(importId, { stage: 'reading', counts: noRows() });
    return this.#access.detail(opened.value, importId);
  }

  async match(importId: string, mapping: Mapping): Promise<Result<ImportDetail, Failure>> {
    return await this.#checkAnew(importId, (opened) => opened.match(mapping));
  }

  async loadRecipe(importId: string, text: string, fileName: string): Promise<Result<ImportDetail, Failure>> {
    const recipe = parseRecipe(text, fileName);
    return recipe.ok ? await this.#checkAnew(importId, (opened) => opened.useRecipe(recipe.value)) : recipe;
  }

  async edit(
    importId: string,
    rowIndex: number,
    columnIndex: number,
    text: string | null,
  ): Promise<Result<Edited, Failure>> {
    const edited = await this.#access.change(importId, 'edit', { rowIndex, columnIndex, text });
    return this.#access.keep(importId, edited, (reply) => reply.checked);
  }

  async skipRow(importId: string, rowIndex: number, isSkipped: boolean): Promise<Result<Edited, Failure>> {
    const edited = await this.#access.change(importId, 'skipRow', { rowIndex, isSkipped });
    return this.#access.keep(importId, edited, (reply) => reply.checked);
  }

  async decide(importId: string, groupId: string, answer: Answer | null): Promise<Result<Checked, Failure>> {
    const decided = await this.#access.change(importId, 'decide', { groupId, answer });
    return this.#access.keepChecked(importId, decided);
  }

  async decideDuplicate(
    importId: string,
    rowIndex: number,
    choice: DuplicateChoice | null,
  ): Promise<Result<Checked, Failure>> {
    const decided = await this.#access.change(importId, 'decideDuplicate', { rowIndex, choice });
    return this.#access.keepChecked(importId, decided);
  }

  async undo(importId: string): Promise<Result<Checked, Failure>> {
    return this.#access.keepChecked(importId, await this.#access.change(importId, 'undo', null));
  }

  async redo(importId: string): Promise<Result<Checked, Failure>> {
    return this.#access.keepChecked(importId, await this.#access.change(importId, 'redo', null));
  }

  async #checkAnew(
    importId: string,
    check: (opened: OpenImport) => Promise<Result<null, Failure>>,
  ): Promise<Result<ImportDetail, Failure>> {
    const opened = await this.#access.changeable(importId);
    if (!opened.ok) {
      return opened;
    }
    const checked = await check(opened.value);
    return checked.ok ? this.#access.detail(opened.value, importId) : checked;
  }
}
