import type { Field } from '../../shared/catalog/field.ts';
import { closestLabel } from '../../shared/cleaning/closest-label.ts';
import type { Cleaner } from '../../shared/cleaning/clean-value.ts';
import { destinationCleaner } from '../../shared/cleaning/destination-cleaner.ts';
import type { Answer, Plan } from '../../shared/cleaning/plan.ts';
import { groupOfProblem, valueGroupOfProblem } from '../../shared/cleaning/problem-group.ts';
import type { Problem, RowProblem } from '../../shared/cleaning/problem.ts';
import type { ColumnValue, ValuePage } from '../../shared/import.ts';
import { destinationKey, goesTo } from '../../shared/mapping/destination.ts';
import { DEFAULT_CHOICES, type ColumnChoices, type Destination } from '../../shared/mapping/mapping.ts';
import type { ValueQuery } from './calls.ts';
import type { ColumnValues } from './column-values.ts';
import type { ValueLists } from './value-lists.ts';

/** One page of the distinct values of a column; see the contract. A column that cannot be checked has none. */
export function valuePage(plan: Plan, lists: ValueLists, rowCount: number, query: ValueQuery): ValuePage {
  const judge = judgeOf(plan, query);
  if (judge === null) {
    return { total: 0, distinctCount: 0, openCount: 0, isComplete: true, values: [] };
  }
  const values =
    judge.tags === null
      ? lists.whole(query.columnIndex, rowCount)
      : lists.parted(query.columnIndex, rowCount, judge.way, judge.tags);
  const wanted = query.search.toLowerCase();
  const verdicts = verdictsOf(values, judge);
  const labels = values.byCount().filter((id) => verdicts[id] !== VERDICT.noLabel);
  const open = labels.filter(
    (id) => verdicts[id] === VERDICT.unlisted && answerTo(judge, values.value(id)) === null,
  );
  const found = (query.openOnly ? open : labels).filter(
    (id) => wanted === '' || values.value(id).toLowerCase().includes(wanted),
  );
  return {
    total: found.length,
    distinctCount: labels.length,
    openCount: open.length,
    isComplete: values.isComplete,
    values: found
      .slice(query.offset, query.offset + query.limit)
      .map((id) => columnValue(judge, values.value(id), values.rowCount(id))),
  };
}

/** What decides about the values of one column on their way to one field. */
type Judge = {
  readonly field: Field;
  readonly choices: ColumnChoices;
  readonly columnIndex: number;
  /** `null` for the column's own target. */
  readonly destination: string | null;
  readonly clean: Cleaner;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Takes the tags out of a cell; `null` where a cell is one value. */
  readonly tags: ((text: string) => readonly string[]) | null;
  readonly way: string;
};

function judgeOf(plan: Plan, { columnIndex, apiName }: ValueQuery): Judge | null {
  const target: Destination = { kind: 'field', apiName };
  const field = plan.fields.find((one) => one.apiName === apiName);
  const column = plan.mapping.columns.find((one) => one.columnIndex === columnIndex);
  const extra = plan.mapping.extras.find(
    (one) => one.columnIndex === columnIndex && goesTo(one.target, target),
  );
  const isOwn = column !== undefined && goesTo(column.target, target);
  const choices = (isOwn ? column.choices : extra?.choices) ?? DEFAULT_CHOICES;
  const clean = destinationCleaner(target, choices, plan);
  if (field === undefined || clean === undefined || clean === null) {
    return null;
  }
  return {
    field,
    choices,
    columnIndex,
    destination: isOwn || extra === undefined ? null : destinationKey(target),
    clean,
    answers: new Map<string, Answer>(plan.decisions.map(({ groupId, answer }) => [groupId, answer])),
    tags: field.type === 'tags' ? (text) => tagsOf(clean, text) : null,
    way: JSON.stringify([choices.tagSeparators, field.options]),
  };
}

function tagsOf(clean: Cleaner, text: string): readonly string[] {
  const cleaned = text === '' ? null : clean(text);
  return cleaned?.kind === 'value' && Array.isArray(cleaned.value)
    ? (cleaned.value as readonly string[])
    : [];
}

const VERDICT = {
  /** No label at all: nothing, or a text with another problem. */
  noLabel: 1,
  listed: 2,
  unlisted: 3,
} as const;

type Verdicts = { readonly field: Field; readonly choices: ColumnChoices; bytes: Uint8Array; count: number };

/** What was found of a column's values, as long as field and choices stay the same: a hundred thousand values take a while. */
const known = new WeakMap<ColumnValues, Verdicts>();

function verdictsOf(values: ColumnValues, judge: Judge): Uint8Array {
  const before = known.get(values);
  const isSame = before?.field === judge.field && before.choices === judge.choices;
  const verdicts = isSame
    ? before
    : { field: judge.field, choices: judge.choices, bytes: new Uint8Array(0), count: 0 };
  if (verdicts.bytes.length < values.count) {
    const grown = new Uint8Array(values.count);
    grown.set(verdicts.bytes);
    verdicts.bytes = grown;
  }
  for (; verdicts.count < values.count; verdicts.count++) {
    verdicts.bytes[verdicts.count] = verdictOn(judge, values.value(verdicts.count));
  }
  known.set(values, verdicts);
  return verdicts.bytes;
}

function verdictOn({ clean }: Judge, value: string): number {
  const cleaned = clean(value);
  if (cleaned.kind === 'value') {
    return VERDICT.listed;
  }
  return cleaned.kind === 'problem' && 'closest' in cleaned.problem ? VERDICT.unlisted : VERDICT.noLabel;
}

function problemIn(judge: Judge, value: string): RowProblem {
  const { columnIndex, destination, field, clean } = judge;
  const cleaned = clean(value);
  const problem: Problem =
    cleaned.kind === 'problem' ? cleaned.problem : { kind: 'option-unknown', value, closest: null };
  return {
    columnIndex,
    apiName: field.apiName,
    ...(destination === null ? {} : { destination }),
    severity: 'value-left-out',
    problem,
  };
}

function answerTo(judge: Judge, value: string): Answer | null {
  if (judge.answers.size === 0) {
    return null;
  }
  const problem = problemIn(judge, value);
  return (
    judge.answers.get(valueGroupOfProblem(problem)) ?? judge.answers.get(groupOfProblem(problem)) ?? null
  );
}

function columnValue(judge: Judge, value: string, rowCount: number): ColumnValue {
  const found = problemIn(judge, value);
  const cleaned = judge.clean(value);
  const isListed = cleaned.kind === 'value';
  const sent = isListed && typeof cleaned.value === 'string' ? cleaned.value : null;
  return {
    value,
    rowCount,
    groupId: valueGroupOfProblem(found),
    suggestion:
      'closest' in found.problem ? (found.problem.closest ?? sent ?? similarTag(judge, value)) : null,
    isListed,
    answer: isListed ? null : answerTo(judge, value),
  };
}

/** Tags are free, so an unlisted one is no problem; but it may be a listed one with a typing error. */
function similarTag({ field }: Judge, value: string): string | null {
  return field.type === 'tags' && field.options !== null ? closestLabel(field.options)(value) : null;
}
