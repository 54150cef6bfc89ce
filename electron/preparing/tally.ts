import type { Decision, Plan } from '../../shared/cleaning/plan.ts';
import { problemGroupId } from '../../shared/cleaning/problem-group.ts';
import type { RowView } from '../../shared/import.ts';

/** What the leads that would be sent now carry besides known values: what the user is told before they go. */
export type Tally = {
  /** Leads that carry an action, by its type. A lead that carries several of one type counts once. */
  readonly actions: Readonly<Record<string, number>>;
  /** Labels that become new options, each with the label of its field, in the order in which they were answered. */
  readonly newOptions: readonly {
    readonly fieldLabel: string;
    readonly value: string;
    readonly rowCount: number;
  }[];
};

/** Nothing but fields and known values. */
export const NOTHING_TO_TELL: Tally = { actions: {}, newOptions: [] };

/** Whether a plan can make leads that carry more than known values. If not, no row has to be looked at. */
export function hasSomethingToTell({ mapping, decisions }: Pick<Plan, 'mapping' | 'decisions'>): boolean {
  return mapping.actions.length > 0 || decisions.some(({ answer }) => answer.kind === 'add-option');
}

/** Counts over the rows that would be sent, as the grid shows them. */
export function tallyOf(leads: Iterable<RowView>, plan: Plan): Tally {
  const actions: Record<string, number> = {};
  const counts = new Map(
    plan.decisions
      .filter(isNewOption)
      .map(({ groupId }) => [groupId, { fieldLabel: '', value: '', rowCount: 0 }]),
  );
  for (const lead of leads) {
    for (const type of new Set(lead.actions.map((action) => action.type))) {
      actions[type] = (actions[type] ?? 0) + 1;
    }
    for (const found of lead.problems) {
      const { columnIndex, problem, destination } = found;
      const option = counts.get(problemGroupId(columnIndex, problem, destination ?? null));
      if (option !== undefined && 'value' in problem) {
        option.value = problem.value;
        option.fieldLabel = found.label ?? labelOf(plan, found.apiName);
        option.rowCount += 1;
      }
    }
  }
  return { actions, newOptions: [...counts.values()].filter(({ rowCount }) => rowCount > 0) };
}

function isNewOption({ answer }: Decision): boolean {
  return answer.kind === 'add-option';
}

function labelOf({ fields }: Plan, apiName: string): string {
  return fields.find((field) => field.apiName === apiName)?.label ?? apiName;
}
