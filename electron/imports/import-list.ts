import type { ImportSummary } from '../../shared/import.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import { JournalError } from '../journal/journal-error.ts';

/** What may change about an import in the list. */
export type SummaryChange = Partial<
  Pick<ImportSummary, 'stage' | 'counts' | 'failure' | 'speed' | 'fewSent' | 'workspaceId'>
>;

/** The list of imports: in memory for every snapshot, and in the global journal before anybody is told. */
export class ImportList {
  readonly #journal: GlobalJournal;
  readonly #announce: () => void;
  readonly #onOthersChange: (importId: string) => void;
  #summaries: readonly ImportSummary[];
  /** Imports whose newest line the disk did not take: memory is right about them. */
  readonly #unwritten = new Set<string>();

  /** `onOthersChange` is told of an import that another program on this machine changed, as soon as that is seen. */
  constructor(
    journal: GlobalJournal,
    announce: () => void,
    onOthersChange: (importId: string) => void = () => undefined,
  ) {
    this.#journal = journal;
    this.#announce = announce;
    this.#onOthersChange = onOthersChange;
    this.#summaries = journal.imports();
  }

  /** Newest first. */
  all(): readonly ImportSummary[] {
    return this.#summaries;
  }

  /** The import as the journal has it now: the command line may have sent or changed it since. */
  find(importId: string): ImportSummary | undefined {
    const known = this.#known(importId);
    const stored = known === undefined || this.#unwritten.has(importId) ? known : this.#read(known);
    if (stored === known) {
      return known;
    }
    this.#summaries = this.#summaries.flatMap((summary) =>
      summary.importId === importId ? (stored ?? []) : summary,
    );
    this.#onOthersChange(importId);
    this.#announce();
    return stored;
  }

  add(summary: ImportSummary): void {
    this.#journal.putImport(summary);
    this.#summaries = [summary, ...this.#summaries];
    this.#announce();
  }

  /**
   * Changes some of what is known of an import; one that was deleted meanwhile stays deleted. What a full disk does not take
   * is shown all the same, and found anew at the next start.
   */
  change(importId: string, part: SummaryChange): void {
    const known = this.find(importId);
    if (known === undefined) {
      return;
    }
    const changed: ImportSummary = {
      ...known,
      ...part,
      changedAtMs: timeAfter(known.changedAtMs, Date.now()),
    };
    this.#write(changed);
    this.#summaries = this.#summaries.map((summary) => (summary.importId === importId ? changed : summary));
    this.#announce();
  }

  delete(importId: string): void {
    this.#journal.deleteImport(importId);
    this.#summaries = this.#summaries.filter((summary) => summary.importId !== importId);
    this.#announce();
  }

  #known(importId: string): ImportSummary | undefined {
    return this.#summaries.find((summary) => summary.importId === importId);
  }

  /** The same object where nothing changed; `undefined` for one that was deleted. */
  #read(known: ImportSummary): ImportSummary | undefined {
    try {
      const stored = this.#journal.import(known.importId) ?? undefined;
      const isSame = stored?.changedAtMs === known.changedAtMs && stored.stage === known.stage;
      return isSame ? known : stored;
    } catch (error) {
      return ignoreTrouble(error, known);
    }
  }

  #write(summary: ImportSummary): void {
    try {
      this.#journal.putImport(summary);
      this.#unwritten.delete(summary.importId);
    } catch (error) {
      ignoreTrouble(error, null);
      this.#unwritten.add(summary.importId);
    }
  }
}

/** Changes that follow one another within this time are told apart by a millisecond each. */
const BURST_MS = 1_000;

/** The time of a change: never that of the one before, because windows and other programs see by it that there was one. */
function timeAfter(beforeMs: number, nowMs: number): number {
  return nowMs <= beforeMs && beforeMs < nowMs + BURST_MS ? beforeMs + 1 : nowMs;
}

/** A disk that is full or locked for the moment does not make what is known untrue. */
function ignoreTrouble<Value>(error: unknown, value: Value): Value {
  if (error instanceof JournalError) {
    return value;
  }
  throw error;
}
