import type { ProblemGroup } from '../cleaning/problem-group.ts';
import { isLabelProblem, type LabelProblem, type Problem } from '../cleaning/problem.ts';
import { unreachable } from '../unreachable.ts';
import type { Say } from './make-words.ts';

/** A problem as a person reads it beside its cell. */
export type ProblemWords = {
  /** What is the matter, few enough words for a cell of the grid. No full stop. */
  readonly short: string;
  /** What to do about it. A sentence. */
  readonly todo: string;
};

/** The words of one problem. Total: a kind of problem without words does not compile. */
export function problemWords(say: Say, problem: Problem, fieldLabel: string): ProblemWords {
  const { kind } = problem;
  switch (kind) {
    case 'identifier-missing':
      return {
        short: isPhone(fieldLabel)
          ? say('problems.identifier-missing.shortPhone')
          : say('problems.identifier-missing.short', { label: fieldLabel }),
        todo: say('problems.identifier-missing.todo'),
      };
    case 'phone-several':
    case 'email-several':
    case 'website-several':
    case 'link-several':
      return {
        short: say(`problems.${kind}.short`, { used: shortened(problem.used) }),
        todo: say(`problems.${kind}.todo`),
      };
    case 'option-unknown':
    case 'status-unknown':
    case 'lost-reason-unknown':
    case 'member-unknown':
    case 'member-not-active':
    case 'member-name-shared':
    case 'payment-status-unknown':
    case 'payment-currency-unknown':
      return problem.closest === null
        ? { short: say(`problems.${kind}.short`), todo: say(`problems.${kind}.todo`) }
        : {
            short: say(`problems.${kind}.short`),
            todo: say(`problems.${kind}.todoClosest`, { closest: problem.closest }),
          };
    case 'action-incomplete': {
      const parts = { action: problem.action, missing: problem.missing.join(', ') };
      return { short: say(`problems.${kind}.short`, parts), todo: say(`problems.${kind}.todo`, parts) };
    }
    case 'text-too-long':
      return {
        short: say('problems.text-too-long.short', { limit: problem.limit }),
        todo: say('problems.text-too-long.todo'),
      };
    case 'lost-reason-without-lost-status':
      return {
        short: say('problems.lost-reason-without-lost-status.short', { status: shortened(problem.status) }),
        todo: say('problems.lost-reason-without-lost-status.todo'),
      };
    case 'phone-digits-lost':
    case 'phone-too-short':
    case 'phone-too-long':
    case 'phone-not-a-number':
    case 'phone-not-in-use':
    case 'phone-placeholder':
    case 'email-not-an-address':
    case 'number-not-a-number':
    case 'number-with-words':
    case 'number-percent':
    case 'number-too-long':
    case 'money-not-an-amount':
    case 'money-negative':
    case 'money-range':
    case 'money-other-currency':
    case 'website-not-a-url':
    case 'link-not-a-url':
    case 'link-not-public':
    case 'rating-not-1-to-5':
    case 'rating-not-whole':
    case 'rating-not-a-number':
    case 'date-not-understood':
    case 'date-impossible':
    case 'payment-not-above-zero':
      return { short: say(`problems.${kind}.short`), todo: say(`problems.${kind}.todo`) };
    default:
      return unreachable(kind);
  }
}

/** What a fix-it card says of all rows that share a problem: what happened, which rows; and what to do. */
export function problemGroupWords(
  say: Say,
  group: ProblemGroup,
): { readonly what: string; readonly todo: string } {
  const count = group.rowCount;
  const first = group.examples[0];
  const example = first === undefined ? '…' : shortened(first.text);
  const { kind } = group;
  const todo = first === undefined ? '' : problemWords(say, first.problem, group.fieldLabel).todo;
  switch (kind) {
    case 'identifier-missing':
      return {
        what: isPhone(group.fieldLabel)
          ? say('problems.identifier-missing.cardPhone', { count })
          : say('problems.identifier-missing.card', { count, label: group.fieldLabel }),
        todo,
      };
    case 'option-unknown':
    case 'status-unknown':
    case 'lost-reason-unknown':
    case 'member-unknown':
    case 'member-not-active':
    case 'member-name-shared':
    case 'payment-status-unknown':
    case 'payment-currency-unknown':
      return { what: unlistedWords(say, kind, group), todo: closestOf(group) === null ? todo : '' };
    case 'action-incomplete': {
      const problem = first?.problem;
      const { action, missing } =
        problem?.kind === 'action-incomplete' ? problem : { action: group.fieldLabel, missing: [] };
      return { what: say(`problems.${kind}.card`, { count, action, missing: missing.join(', ') }), todo };
    }
    case 'text-too-long': {
      const problem = first?.problem;
      const limit = problem?.kind === 'text-too-long' ? problem.limit : 0;
      return { what: say('problems.text-too-long.card', { count, limit }), todo };
    }
    case 'phone-digits-lost':
    case 'phone-placeholder':
    case 'number-with-words':
    case 'number-percent':
    case 'money-not-an-amount':
    case 'money-negative':
    case 'money-range':
    case 'money-other-currency':
    case 'website-not-a-url':
    case 'link-not-a-url':
    case 'link-not-public':
    case 'rating-not-whole':
    case 'rating-not-a-number':
    case 'date-not-understood':
    case 'date-impossible':
      return { what: say(`problems.${kind}.card`, { count, example }), todo };
    case 'phone-too-short':
    case 'phone-too-long':
    case 'phone-not-a-number':
    case 'phone-not-in-use':
    case 'phone-several':
    case 'email-not-an-address':
    case 'email-several':
    case 'number-not-a-number':
    case 'number-too-long':
    case 'rating-not-1-to-5':
    case 'payment-not-above-zero':
    case 'lost-reason-without-lost-status':
    case 'website-several':
    case 'link-several':
      return { what: say(`problems.${kind}.card`, { count }), todo };
    default:
      return unreachable(kind);
  }
}

/** The option, or the team member's address, most like the label that a group is about, if any is similar. */
export function closestOf(group: ProblemGroup): string | null {
  const problem = group.examples[0]?.problem;
  return problem !== undefined && isLabelProblem(problem) ? problem.closest : null;
}

/** The heading, or words for a column without one. */
export function columnName(say: Say, heading: string, columnIndex: number): string {
  return heading === '' ? say('problems.unnamedColumn', { position: String(columnIndex + 1) }) : heading;
}

function unlistedWords(say: Say, kind: LabelProblem['kind'], group: ProblemGroup): string {
  const problem = group.examples[0]?.problem;
  const value = problem !== undefined && isLabelProblem(problem) ? problem.value : '…';
  const closest = closestOf(group);
  const label = group.fieldLabel;
  const shown = new Set(
    group.examples.map((one) => (isLabelProblem(one.problem) ? one.problem.value : null)),
  );
  if (shown.size > 1) {
    return say(`problems.${kind}.cardMany`, { value, label });
  }
  return closest === null
    ? say(`problems.${kind}.card`, { value, label })
    : say(`problems.${kind}.cardClosest`, { value, label, closest });
}

/** The standard identifier's label reads better as "phone number". */
function isPhone(fieldLabel: string): boolean {
  return fieldLabel === 'Phone';
}

/** Examples stand inside a sentence, so a long cell is cut. */
function shortened(text: string): string {
  const letters = [...text.trim().replace(/\s+/gu, ' ')];
  return letters.length <= 30 ? letters.join('') : `${letters.slice(0, 29).join('')}…`;
}
