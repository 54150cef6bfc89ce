import type { Catalog, Field, WorkspaceCatalog } from '../catalog/field.ts';
import type { MatchReason } from '../import.ts';
import type { Column, SheetRow } from '../sheet/sheet.ts';
import { matchHeading } from './heading-match.ts';
import type { ColumnMapping, DuplicateRule, Mapping } from './mapping.ts';
import { suggestChoices } from './suggest-choices.ts';
import { fitOf } from './value-fit.ts';
import { matchValues } from './value-match.ts';

/** What a suggestion has to respect. */
export type SuggestOptions = {
  /** Columns whose target a person chose. They keep it, and their fields are not suggested for others. */
  readonly chosen?: readonly ColumnMapping[];
  /** `last-wins` when absent: the lower row is mostly the newer one. */
  readonly duplicates?: DuplicateRule;
};

/** The fields that may be suggested. With the `team`, columns of employees' names are recognised too. */
export type SuggestCatalog = Catalog & Partial<Pick<WorkspaceCatalog, 'team'>>;

/** A mapping of every column, and for each, in order, why it was matched or not. */
export type SuggestedMapping = { readonly mapping: Mapping; readonly reasons: readonly MatchReason[] };

/**
 * Suggests which column feeds which field. Headings come first: a field's own label or API name, then the headings that
 * are known to mean a standard field, then similar ones that the values confirm. Of several columns that fit a field, the
 * one with the better heading and more fitting values wins ("Mobile No." before "WhatsApp"); values of another sort rule
 * a column out. Where no heading says "phone" or "e-mail", a column full of them is taken. Everything else is not sent.
 *
 * @param sampleRows Data rows from the beginning of the sheet; a few hundred are plenty.
 */
export function suggestMapping(
  columns: readonly Column[],
  sampleRows: readonly SheetRow[],
  catalog: SuggestCatalog,
  options: SuggestOptions = {},
): SuggestedMapping {
  const chosen = new Map((options.chosen ?? []).map((column) => [column.columnIndex, column]));
  const taken = new Set(
    [...chosen.values()].flatMap(({ target }) => (target.kind === 'field' ? [target.apiName] : [])),
  );
  const all = columns.map((column) => ({
    column,
    values: sampleRows.map((row) => row.cells[column.index] ?? ''),
  }));
  const open = all.filter(({ column }) => !chosen.has(column.index));
  const candidates = candidatesByHeading(open, catalog);
  const byHeading = assign(candidates, taken);
  const rest = open.filter(({ column }) => !byHeading.has(column.index));
  const matched = new Map([...byHeading, ...assign(candidatesByValues(rest, catalog), taken)]);
  return {
    mapping: {
      columns: all.map(
        (each) => chosen.get(each.column.index) ?? suggestedColumn(each, matched.get(each.column.index)),
      ),
      extras: [],
      joins: [],
      constants: [],
      actions: [],
      duplicates: options.duplicates ?? 'last-wins',
    },
    reasons: columns.map((column) => reasonFor(column, matched, candidates)),
  };
}

type ColumnValues = { readonly column: Column; readonly values: readonly string[] };

type Candidate = {
  readonly column: Column;
  readonly field: Field;
  readonly reason: MatchReason;
  readonly score: number;
};

function candidatesByHeading(open: readonly ColumnValues[], catalog: SuggestCatalog): readonly Candidate[] {
  return open.flatMap(({ column, values }) =>
    matchHeading(column.heading, catalog).flatMap(({ field, reason, score }) => {
      const fit = fitOf(reason.kind === 'field-name' ? withoutList(field) : field, values, catalog.team);
      if (fit.isContradicted || (reason.kind === 'similar-heading' && !fit.isConfirmed)) {
        return [];
      }
      return [
        {
          column,
          field,
          reason,
          score: score * (LEAST_WEIGHT + VALUE_WEIGHT * fit.filledShare * fit.fittingShare),
        },
      ];
    }),
  );
}

/**
 * A column that is called exactly like a list is that list, whatever its labels: those that Telecrm does not have are asked
 * about one by one, which they never would be if the column were left out.
 */
function withoutList(field: Field): Field {
  return { ...field, options: null };
}

/**
 * A column without a single good value keeps this share of its heading's score. A "Phone" column that is mostly empty
 * beside a full "Mobile" column is the landline, and loses.
 */
const LEAST_WEIGHT = 0.55;
const VALUE_WEIGHT = 1 - LEAST_WEIGHT;

function candidatesByValues(open: readonly ColumnValues[], catalog: Catalog): readonly Candidate[] {
  return open.flatMap(({ column, values }) =>
    matchValues(column.heading, values, catalog).map(({ field, share }) => ({
      column,
      field,
      reason: { kind: 'values' as const },
      score: share,
    })),
  );
}

/** Gives each field to the best column that is still free, the best pair first, the left column of equals. */
function assign(candidates: readonly Candidate[], taken: Set<string>): Map<number, Candidate> {
  const matched = new Map<number, Candidate>();
  const ranked = candidates.toSorted(
    (left, right) => right.score - left.score || left.column.index - right.column.index,
  );
  for (const candidate of ranked) {
    if (!matched.has(candidate.column.index) && !taken.has(candidate.field.apiName)) {
      matched.set(candidate.column.index, candidate);
      taken.add(candidate.field.apiName);
    }
  }
  return matched;
}

/** Columns that are not sent get choices as well, for the moment when a person gives them a field. */
function suggestedColumn({ column, values }: ColumnValues, candidate: Candidate | undefined): ColumnMapping {
  return {
    columnIndex: column.index,
    heading: column.heading,
    target:
      candidate === undefined ? { kind: 'not-sent' } : { kind: 'field', apiName: candidate.field.apiName },
    origin: 'suggested',
    choices: suggestChoices(values).choices,
  };
}

function reasonFor(
  column: Column,
  matched: ReadonlyMap<number, Candidate>,
  candidates: readonly Candidate[],
): MatchReason {
  const own = matched.get(column.index);
  if (own !== undefined) {
    return own.reason;
  }
  const wanted = candidates.filter((candidate) => candidate.column.index === column.index);
  const winner = [...matched.values()].find((candidate) =>
    wanted.some((other) => other.field.apiName === candidate.field.apiName),
  );
  return winner === undefined ? { kind: 'nothing-fits' } : { kind: 'taken', heading: winner.column.heading };
}
