import type { Answer } from '../../shared/cleaning/plan.ts';
import type { DuplicateChoice } from '../../shared/import.ts';
import { choiceOf } from './duplicate-page.ts';
import type { Change } from '../journal/edit-store.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import type { CheckedRows } from './checked-rows.ts';
import type { SentRows } from './sent-rows.ts';

/** What the user's changes need of the import they belong to. */
export type UserChangesNeeds = {
  readonly journal: ImportJournal;
  readonly checked: CheckedRows;
  readonly sent: SentRows;
  /** Writes down that the answers of the plan changed. */
  readonly onDecisions: () => void;
};

/** Edits, skipped rows and answers: each is remembered so that it can be undone and done again, and checked at once. */
export class UserChanges {
  readonly #needs: UserChangesNeeds;

  constructor(needs: UserChangesNeeds) {
    this.#needs = needs;
  }

  edit(rowIndex: number, columnIndex: number, text: string | null): void {
    const before = this.#needs.journal.edits.of(rowIndex).texts[columnIndex] ?? null;
    this.#change({ kind: 'edit', rowIndex, columnIndex, before, after: text });
  }

  skipRow(rowIndex: number, isSkipped: boolean): void {
    const before = this.#needs.journal.edits.of(rowIndex).isSkipped;
    this.#change({ kind: 'skip', rowIndex, before, after: isSkipped });
  }

  decide(groupId: string, answer: Answer | null): void {
    const { decisions } = this.#needs.checked.plan;
    const before = decisions.find((decision) => decision.groupId === groupId)?.answer ?? null;
    this.#change({ kind: 'decide', groupId, before, after: answer });
  }

  /** Chooses for the person in this row; see `import.decideDuplicate`. */
  decideDuplicate(rowIndex: number, choice: DuplicateChoice | null): void {
    const { first, second } = this.#needs.checked.rows.digestOf(rowIndex);
    const before = choiceOf(this.#needs.checked.choices(), first, second);
    this.#change({ kind: 'duplicate', firstDigest: first, secondDigest: second, before, after: choice });
  }

  /** Takes the newest change back. Nothing happens when there is none. */
  undo(): void {
    this.#needs.checked.settle(() => {
      const change = this.#needs.journal.edits.takeUndo();
      if (change !== null) {
        this.#apply(change, 'before');
      }
    });
  }

  /** Makes the change that was taken back last again. Nothing happens when there is none. */
  redo(): void {
    this.#needs.checked.settle(() => {
      const change = this.#needs.journal.edits.takeRedo();
      if (change !== null) {
        this.#apply(change, 'after');
      }
    });
  }

  #change(change: Change): void {
    this.#needs.checked.settle(() => {
      this.#needs.journal.edits.remember(change);
      this.#apply(change, 'after');
    });
  }

  #apply(change: Change, side: 'before' | 'after'): void {
    const { journal, checked, sent } = this.#needs;
    if (change.kind === 'decide') {
      this.#setDecision(change.groupId, change[side]);
      return;
    }
    if (change.kind === 'duplicate') {
      checked.putChoice(change.firstDigest, change.secondDigest, change[side]);
      return;
    }
    if (change.kind === 'edit') {
      journal.edits.setText(change.rowIndex, change.columnIndex, change[side]);
      checked.values.recount(change.rowIndex, change.columnIndex);
    } else {
      journal.edits.setSkipped(change.rowIndex, change[side]);
    }
    if (sent.forgetRejected(change.rowIndex)) {
      checked.rows.takeBack(change.rowIndex);
    }
    checked.checkRows([change.rowIndex]);
  }

  #setDecision(groupId: string, answer: Answer | null): void {
    const { checked, onDecisions } = this.#needs;
    const others = checked.plan.decisions.filter((decision) => decision.groupId !== groupId);
    const decisions = answer === null ? others : [...others, { groupId, answer }];
    checked.usePlan({ ...checked.plan, decisions });
    onDecisions();
    checked.checkRows(checked.rowsConcerned(groupId));
  }
}
