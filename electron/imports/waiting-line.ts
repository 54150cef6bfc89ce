import type { GlobalJournal } from '../journal/global-journal.ts';

/** The imports that wait their turn to be sent, the next one first: on disk before anybody is told. */
export class WaitingLine {
  readonly #journal: GlobalJournal;
  readonly #announce: () => void;
  #line: readonly string[];

  constructor(journal: GlobalJournal, announce: () => void) {
    this.#journal = journal;
    this.#announce = announce;
    this.#line = journal.line();
  }

  all(): readonly string[] {
    return this.#line;
  }

  has(importId: string): boolean {
    return this.#line.includes(importId);
  }

  /** Puts an import at the end; one that waits already keeps its place. */
  add(importId: string): void {
    this.#change((line) => (line.includes(importId) ? line : [...line, importId]));
  }

  /** Takes an import out; nothing happens when it does not wait. */
  remove(importId: string): void {
    if (this.has(importId)) {
      this.#change((line) => line.filter((waiting) => waiting !== importId));
    }
  }

  /** Moves an import to this 0-based place, or to the end where there are not so many. One that does not wait is left alone. */
  move(importId: string, place: number): void {
    if (this.has(importId)) {
      this.#change((line) => {
        const others = line.filter((waiting) => waiting !== importId);
        return [...others.slice(0, place), importId, ...others.slice(place)];
      });
    }
  }

  #change(change: (line: readonly string[]) => readonly string[]): void {
    this.#journal.changeLine(change);
    this.#line = this.#journal.line();
    this.#announce();
  }
}
