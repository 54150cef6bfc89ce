import type { Answer } from '../../shared/cleaning/plan.ts';
import { NO_EDITS, type RowEdits } from '../../shared/cleaning/cleaned-row.ts';
import type { DuplicateChoice } from '../../shared/import.ts';
import type { Database, Statement } from './open-database.ts';

/** One thing the user changed, with what stood there before, so that it can be undone and done again. */
export type Change =
  | {
      readonly kind: 'edit';
      readonly rowIndex: number;
      readonly columnIndex: number;
      /** `null`: as in the file. */
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: 'skip'; readonly rowIndex: number; readonly before: boolean; readonly after: boolean }
  | {
      readonly kind: 'decide';
      readonly groupId: string;
      readonly before: Answer | null;
      readonly after: Answer | null;
    }
  | {
      readonly kind: 'duplicate';
      /** The digest of the person's identifier. */
      readonly firstDigest: number;
      readonly secondDigest: number;
      readonly before: DuplicateChoice | null;
      readonly after: DuplicateChoice | null;
    };

/** The user's edits beside the raw cells, the rows left out, and the history of changes. */
export class EditStore {
  readonly #database: Database;
  readonly #editsBetween: Statement;
  readonly #skipsBetween: Statement;
  readonly #putEdit: Statement;
  readonly #dropEdit: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#editsBetween = database.prepare(
      'SELECT row_index, column_index, text FROM edit WHERE row_index >= ? AND row_index < ?',
    );
    this.#skipsBetween = database.prepare(
      'SELECT row_index FROM skipped_row WHERE row_index >= ? AND row_index < ?',
    );
    this.#putEdit = database.prepare(
      `INSERT INTO edit (row_index, column_index, text) VALUES (?, ?, ?)
       ON CONFLICT (row_index, column_index) DO UPDATE SET text = excluded.text`,
    );
    this.#dropEdit = database.prepare('DELETE FROM edit WHERE row_index = ? AND column_index = ?');
  }

  /** Edits of the rows from `firstRowIndex` up to, not including, `endRowIndex`; untouched rows are absent. */
  between(firstRowIndex: number, endRowIndex: number): ReadonlyMap<number, RowEdits> {
    const found = new Map<number, { texts: Record<number, string>; isSkipped: boolean }>();
    function at(rowIndex: number): { texts: Record<number, string>; isSkipped: boolean } {
      const known = found.get(rowIndex) ?? { texts: {}, isSkipped: false };
      found.set(rowIndex, known);
      return known;
    }
    for (const edit of this.#editsBetween.all(firstRowIndex, endRowIndex) as EditRecord[]) {
      at(edit.row_index).texts[edit.column_index] = edit.text;
    }
    for (const skip of this.#skipsBetween.all(firstRowIndex, endRowIndex) as { row_index: number }[]) {
      at(skip.row_index).isSkipped = true;
    }
    return found;
  }

  of(rowIndex: number): RowEdits {
    return this.between(rowIndex, rowIndex + 1).get(rowIndex) ?? NO_EDITS;
  }

  setText(rowIndex: number, columnIndex: number, text: string | null): void {
    if (text === null) {
      this.#dropEdit.run(rowIndex, columnIndex);
    } else {
      this.#putEdit.run(rowIndex, columnIndex, text);
    }
  }

  setSkipped(rowIndex: number, isSkipped: boolean): void {
    this.#database
      .prepare(
        isSkipped
          ? 'INSERT INTO skipped_row (row_index) VALUES (?) ON CONFLICT DO NOTHING'
          : 'DELETE FROM skipped_row WHERE row_index = ?',
      )
      .run(rowIndex);
  }

  /** Remembers a change that was just made; what was undone before can no longer be done again. */
  remember(change: Change): void {
    this.#database.exec('DELETE FROM change WHERE is_undone = 1');
    this.#database.prepare('INSERT INTO change (json) VALUES (?)').run(JSON.stringify(change));
  }

  /** Marks the newest change as undone and returns it; `null` when there is none. */
  takeUndo(): Change | null {
    return this.#take(
      'SELECT change_id, json FROM change WHERE is_undone = 0 ORDER BY change_id DESC LIMIT 1',
      1,
    );
  }

  /** Marks the change undone last as done again and returns it; `null` when there is none. */
  takeRedo(): Change | null {
    return this.#take('SELECT change_id, json FROM change WHERE is_undone = 1 ORDER BY change_id LIMIT 1', 0);
  }

  canUndo(): boolean {
    return this.#database.prepare('SELECT 1 FROM change WHERE is_undone = 0 LIMIT 1').get() !== undefined;
  }

  canRedo(): boolean {
    return this.#database.prepare('SELECT 1 FROM change WHERE is_undone = 1 LIMIT 1').get() !== undefined;
  }

  /** Forgets edits, skipped rows and history: they belong to rows that are about to be read anew. */
  clear(): void {
    this.#database.exec('DELETE FROM edit; DELETE FROM skipped_row; DELETE FROM change');
  }

  #take(select: string, isUndone: 0 | 1): Change | null {
    const found = this.#database.prepare(select).get() as { change_id: number; json: string } | undefined;
    if (found === undefined) {
      return null;
    }
    this.#database
      .prepare('UPDATE change SET is_undone = ? WHERE change_id = ?')
      .run(isUndone, found.change_id);
    return JSON.parse(found.json) as Change;
  }
}

type EditRecord = { row_index: number; column_index: number; text: string };
