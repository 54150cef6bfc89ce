import { DigestList } from '../../shared/cleaning/digest-list.ts';
import { findDuplicates, MARK, type PersonChoice } from '../../shared/cleaning/find-duplicates.ts';
import { ROLE } from '../../shared/cleaning/find-shared.ts';
import { identifierDigest, type IdentifierDigest } from '../../shared/cleaning/identifier-digest.ts';
import type { CleanedRow } from '../../shared/cleaning/cleaned-row.ts';
import type { DuplicateRule } from '../../shared/mapping/mapping.ts';
import { noRows, type Fate } from '../../shared/sending/fate.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import { ASKED_CODE, fateCode, fateOfCode } from '../journal/check-store.ts';
import { People } from './people.ts';

const READY = fateCode('ready');
const PROBLEM = fateCode('problem');
const DUPLICATE = fateCode('duplicate');
const SKIPPED = fateCode('skipped');
const QUEUED = fateCode('queued');
const CODE_OF_STANDING = { ready: READY, problem: PROBLEM, skipped: SKIPPED } as const;

/** The byte of a row that stands so, as `CheckedBlock.fates` has it. */
export function codeOfStanding(standing: CleanedRow['standing']): number {
  return CODE_OF_STANDING[standing];
}

/**
 * What is known of every row of an import at once: its fate and its identifier, in nine bytes a row (17 where
 * identifiers are no phone numbers), so that counting, filtering and finding duplicates among a million rows takes milliseconds
 * and no database.
 */
export class RowIndex {
  #fates = new Uint8Array(1024);
  readonly #digests = new DigestList();
  readonly #people = new People();
  /** Blocks whose fates differ from what the journal holds. */
  readonly #changedBlocks = new Set<number>();
  /** The rule by which duplicates were settled last; `null` when rows that take part have changed since. */
  #settledBy: DuplicateRule | null = null;

  /** Rows known so far. */
  get count(): number {
    return this.#digests.count;
  }

  /** Adds the next rows as they were checked or stored: a byte and two numbers of each. */
  addBlock(fates: Uint8Array, digests: Float64Array): void {
    this.#settledBy = null;
    for (let place = 0; place < fates.length; place++) {
      this.#add(fates[place] ?? 0, digests[place * 2] ?? 0, digests[place * 2 + 1] ?? 0);
    }
  }

  #add(code: number, firstDigest: number, secondDigest: number): void {
    const rowIndex = this.#digests.count;
    if (rowIndex === this.#fates.length) {
      const grown = new Uint8Array(rowIndex * 2);
      grown.set(this.#fates);
      this.#fates = grown;
    }
    this.#fates[rowIndex] = code;
    this.#digests.add(firstDigest, secondDigest);
  }

  /** Takes over what cleaning found for a row; one that was queued keeps its fate. */
  set(rowIndex: number, row: CleanedRow): void {
    const digest = identifierDigest(row.identifierKey);
    const before = this.#fates[rowIndex] ?? 0;
    const isCandidate = row.standing === 'ready';
    const wasCandidate = isCandidateCode(before);
    const isSameIdentifier =
      this.#digests.first(rowIndex) === digest.first && this.#digests.second(rowIndex) === digest.second;
    if (isSameIdentifier && (before === QUEUED || (isCandidate && wasCandidate))) {
      return;
    }
    if (isCandidate || wasCandidate || before === QUEUED) {
      this.#settledBy = null;
    }
    this.#digests.set(rowIndex, digest.first, digest.second);
    const code = codeOfStanding(row.standing);
    if (before !== QUEUED && before !== code) {
      this.#changedBlocks.add(Math.floor(rowIndex / ROWS_PER_BLOCK));
      this.#fates[rowIndex] = code;
    }
  }

  /** The fate by what checking found; rows that left the queue read `queued` here. */
  fate(rowIndex: number): Fate {
    return fateOfCode(this.#fates[rowIndex] ?? 0);
  }

  /** The row that is sent in this one's place, or `null`. */
  winner(rowIndex: number): number | null {
    return this.#people.winner(rowIndex);
  }

  /** Whether a row waits until the user chose among the rows of its person. */
  isAsked(rowIndex: number): boolean {
    return this.#fates[rowIndex] === ASKED_CODE;
  }

  /** Whether a ready row carries the combined lead of all rows of its person. */
  isCombined(rowIndex: number): boolean {
    return this.#fates[rowIndex] === READY && this.#people.isCombined(rowIndex);
  }

  /** Every row of this row's person that would be sent or was, in sheet order; this row alone where nobody shares it. */
  rowsOfPerson(rowIndex: number): readonly number[] {
    return this.#people.rowsOf(rowIndex);
  }

  /** The first rows of people who stand in several rows: `limit` of them after `offset`, and how many there are in all. */
  people(offset: number, limit: number): { total: number; rowIndexes: readonly number[] } {
    return this.#people.page(offset, limit);
  }

  /** The digest of a row's identifier; zeros where it has none. */
  digestOf(rowIndex: number): IdentifierDigest {
    return this.#digests.of(rowIndex);
  }

  /** Makes the next `settleDuplicates` look again, because a choice changed. */
  forgetSettled(): void {
    this.#settledBy = null;
  }

  /** Decides anew which rows are duplicates. Only rows that would be sent, or were, take part. */
  settleDuplicates(rule: DuplicateRule, choices: readonly PersonChoice[]): void {
    if (this.#settledBy === rule) {
      return;
    }
    this.#settledBy = rule;
    const before = this.#fates.slice(0, this.count);
    const found = findDuplicates({ digests: this.#digests, roles: this.#takeRoles() }, rule, choices);
    this.#people.use(found);
    found.rows.forEach((row, place) => {
      if ((found.winners[place] ?? -1) >= 0) {
        this.#fates[row] = DUPLICATE;
      } else if (found.marks[place] === MARK.asked) {
        this.#fates[row] = ASKED_CODE;
      }
    });
    for (let row = 0; row < before.length; row++) {
      if (this.#fates[row] !== before[row]) {
        this.#changedBlocks.add(Math.floor(row / ROWS_PER_BLOCK));
      }
    }
  }

  /** Makes every ready row queued; returns how many there were. */
  queueReady(): number {
    return this.#replaceAll(READY, QUEUED);
  }

  /** Makes a queued row ready again. The caller knows that it never left. */
  takeBack(rowIndex: number): void {
    if (this.#fates[rowIndex] === QUEUED) {
      this.#settledBy = null;
      this.#fates[rowIndex] = READY;
      this.#changedBlocks.add(Math.floor(rowIndex / ROWS_PER_BLOCK));
    }
  }

  counts(): Record<Fate, number> {
    const counts = noRows();
    const byCode = new Int32Array(256);
    for (let row = 0; row < this.count; row++) {
      const code = this.#fates[row] ?? 0;
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
    byCode.forEach((count, code) => {
      counts[fateOfCode(code)] += count;
    });
    return counts;
  }

  /** Row indices with one of these fates, in order: `limit` of them after the first `offset`, and how many there are in all. */
  select(fates: readonly Fate[], offset: number, limit: number): { total: number; rowIndexes: number[] } {
    const isWanted = new Uint8Array(256);
    for (const fate of fates) {
      isWanted[fateCode(fate)] = 1;
    }
    isWanted[ASKED_CODE] = isWanted[PROBLEM] ?? 0;
    const rowIndexes: number[] = [];
    let total = 0;
    for (let row = 0; row < this.count; row++) {
      if (isWanted[this.#fates[row] ?? 0] === 1) {
        if (total >= offset && rowIndexes.length < limit) {
          rowIndexes.push(row);
        }
        total += 1;
      }
    }
    return { total, rowIndexes };
  }

  /** Fates of one block, to be stored. */
  blockFates(blockIndex: number): Uint8Array {
    const first = blockIndex * ROWS_PER_BLOCK;
    return this.#fates.slice(first, Math.min(first + ROWS_PER_BLOCK, this.count));
  }

  /** Digests of one block, two numbers a row, to be stored. */
  blockDigests(blockIndex: number): Float64Array {
    const first = blockIndex * ROWS_PER_BLOCK;
    const end = Math.min(first + ROWS_PER_BLOCK, this.count);
    const digests = new Float64Array((end - first) * 2);
    for (let row = first; row < end; row++) {
      digests[(row - first) * 2] = this.#digests.first(row);
      digests[(row - first) * 2 + 1] = this.#digests.second(row);
    }
    return digests;
  }

  /** Blocks whose fates changed since this was asked last, ascending. */
  takeChangedBlocks(): readonly number[] {
    const changed = [...this.#changedBlocks].sort((one, other) => one - other);
    this.#changedBlocks.clear();
    return changed;
  }

  /** Tells that the present fates of a block were written down. */
  forgetChanged(blockIndex: number): void {
    this.#changedBlocks.delete(blockIndex);
  }

  blockCount(): number {
    return Math.ceil(this.count / ROWS_PER_BLOCK);
  }

  #replaceAll(from: number, to: number): number {
    let replaced = 0;
    for (let row = 0; row < this.count; row++) {
      if (this.#fates[row] === from) {
        this.#fates[row] = to;
        this.#changedBlocks.add(Math.floor(row / ROWS_PER_BLOCK));
        replaced += 1;
      }
    }
    return replaced;
  }

  /** What part each row takes when duplicates are looked for; those that would be sent are ready until they are found. */
  #takeRoles(): Uint8Array {
    const roles = new Uint8Array(this.count);
    for (let row = 0; row < roles.length; row++) {
      const code = this.#fates[row];
      if (this.#digests.first(row) === 0) {
        continue;
      }
      if (code === QUEUED) {
        roles[row] = ROLE.settled;
      } else if (isCandidateCode(code)) {
        roles[row] = ROLE.candidate;
        this.#fates[row] = READY;
      }
    }
    return roles;
  }
}

/** Whether a row with this byte would be sent, as far as it alone is concerned. */
function isCandidateCode(code: number | undefined): boolean {
  return code === READY || code === DUPLICATE || code === ASKED_CODE;
}
