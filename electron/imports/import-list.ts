import type { ImportSummary } from '../../shared/import.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';

/** The list of imports: in memory for every snapshot, and in the global journal before anybody is told. */
export class ImportList {
  readonly #journal: GlobalJournal;
  readonly #announce: () => void;
  #summaries: readonly ImportSummary[];

  constructor(journal: GlobalJournal, announce: () => void) {
    this.#journal = journal;
    this.#announce = announce;
    this.#summaries = journal.imports();
  }

  /** Newest first. */
  all(): readonly ImportSummary[] {
    return this.#summaries;
  }

  find(importId: string): ImportSummary | undefined {
    return this.#summaries.find((summary) => summary.importId === importId);
  }

  add(summary: ImportSummary): void {
    this.#journal.putImport(summary);
    this.#summaries = [summary, ...this.#summaries];
    this.#announce();
  }

  /** Changes some of what is known of an import; one that was deleted meanwhile stays deleted. */
  change(importId: string, part: Partial<Pick<ImportSummary, 'stage' | 'counts' | 'failure'>>): void {
    const known = this.find(importId);
    if (known === undefined) {
      return;
    }
    const changed: ImportSummary = { ...known, ...part, changedAtMs: Date.now() };
    this.#journal.putImport(changed);
    this.#summaries = this.#summaries.map((summary) => (summary.importId === importId ? changed : summary));
    this.#announce();
  }

  delete(importId: string): void {
    this.#journal.deleteImport(importId);
    this.#summaries = this.#summaries.filter((summary) => summary.importId !== importId);
    this.#announce();
  }
}
