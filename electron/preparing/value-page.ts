import { closestLabel } from '../../shared/cleaning/closest-label.ts';
import type { Answer, Plan } from '../../shared/cleaning/plan.ts';
import { groupOfProblem, valueGroupOfProblem } from '../../shared/cleaning/problem-group.ts';
import type { Problem, RowProblem } from '../../shared/cleaning/problem.ts';
import type { ColumnValue, ValuePage } from '../../shared/import.ts';
import type { ValueQuery } from './calls.ts';
import type { ColumnValues } from './column-values.ts';
import type { ValueLists } from './value-lists.ts';
import { valuePlace, type ValuePlace } from './value-place.ts';

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

/** What decides about the values of one column on their way to one place. */
type Judge = ValuePlace & {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly listed: ReadonlySet<string>;
  /** Tags are free, so an unlisted one is no problem; but it may be a listed one with a typing error. */
  readonly similarTag: (tag: string) => string | null;
};

function judgeOf(plan: Plan, { columnIndex, destination }: ValueQuery): Judge | null {
  const place = valuePlace(plan, columnIndex, destination);
  const answers = new Map<string, Answer>(plan.decisions.map(({ groupId, answer }) => [groupId, answer]));
  if (place === null) {
    return null;
  }
  const options = place.options ?? [];
  const similarTag = place.tags === null ? () => null : closestLabel(options);
  return { ...place, answers, listed: new Set(options), similarTag };
}

const VERDICT = {
  /** No label at all: nothing, or a text with another problem. */
  noLabel: 1,
  listed: 2,
  unlisted: 3,
} as const;

type Verdicts = { readonly way: string; bytes: Uint8Array; count: number };

/** What was found of a column's values, as long as it is judged in the same way: a hundred thousand values take a while. */
const known = new WeakMap<ColumnValues, Verdicts>();

function verdictsOf(values: ColumnValues, judge: Judge): Uint8Array {
  const before = known.get(values);
  const verdicts =
    before?.way === judge.way ? before : { way: judge.way, bytes: new Uint8Array(0), count: 0 };
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

function verdictOn({ clean, tags, options, listed }: Judge, value: string): number {
  if (tags !== null) {
    return options === null || listed.has(value) ? VERDICT.listed : VERDICT.unlisted;
  }
  const cleaned = clean(value);
  if (cleaned.kind === 'value') {
    return VERDICT.listed;
  }
  return cleaned.kind === 'problem' && 'closest' in cleaned.problem ? VERDICT.unlisted : VERDICT.noLabel;
}

function problemIn(judge: Judge, value: string): RowProblem {
  const { columnIndex, destination, apiName, clean } = judge;
  const cleaned = clean(value);
  const problem: Problem =
    cleaned.kind === 'problem' ? cleaned.problem : { kind: 'option-unknown', value, closest: null };
  return {
    columnIndex,
    apiName,
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
  const own = judge.answers.get(valueGroupOfProblem(problem));
  // Tags are no problems, so nothing can be answered for all of them.
  const forAll = judge.tags === null ? judge.answers.get(groupOfProblem(problem)) : undefined;
  return own ?? forAll ?? null;
}

function columnValue(judge: Judge, value: string, rowCount: number): ColumnValue {
  const found = problemIn(judge, value);
  const cleaned = judge.clean(value);
  const isListed = verdictOn(judge, value) === VERDICT.listed;
  const sent = cleaned.kind === 'value' && typeof cleaned.value === 'string' ? cleaned.value : null;
  return {
    value,
    rowCount,
    groupId: valueGroupOfProblem(found),
    suggestion:
      'closest' in found.problem ? (found.problem.closest ?? sent ?? judge.similarTag(value)) : null,
    isListed,
    answer: isListed && judge.tags === null ? null : answerTo(judge, value),
  };
}
