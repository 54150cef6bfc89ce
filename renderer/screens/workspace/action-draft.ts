import {
  ACTION_FIELD_TYPES,
  actionTypeSchema,
  type ActionField,
  type CustomAction,
} from '../../../shared/catalog/action.ts';
import { parseFieldList, type FieldLineProblem } from '../../../shared/catalog/parse-field-list.ts';

/** An action while it is being typed. */
export type ActionDraft = {
  /** The number that Telecrm shows; with or without `ACTION_` before it. */
  readonly number: string;
  readonly label: string;
  /** One field a line; see `parseFieldList`. */
  readonly fields: string;
};

export type ActionDraftProblem = 'number-wrong' | 'number-taken' | 'label-missing';

/** What a draft amounts to. */
export type DraftedAction = {
  /** `null` while something is wrong with it. */
  readonly action: CustomAction | null;
  readonly problem: ActionDraftProblem | null;
  readonly lineProblems: readonly FieldLineProblem[];
};

/** The draft with which the dialog opens; `null` for a new action. */
export function actionDraftOf(action: CustomAction | null): ActionDraft {
  return action === null
    ? { number: '', label: '', fields: '' }
    : {
        number: action.type.replace(/^ACTION_/u, ''),
        label: action.label,
        fields: action.fields.map((field) => lineOf(field)).join('\n'),
      };
}

/** The action of a draft. `takenTypes` are those that the workspace has already. */
export function actionOfDraft(
  draft: ActionDraft,
  takenTypes: readonly string[],
  allowsOwnTime: boolean | null,
): DraftedAction {
  const { fields, problems } = parseFieldList(draft.fields);
  const type = actionTypeSchema.safeParse(`ACTION_${draft.number.trim().replace(/^ACTION_/iu, '')}`);
  const label = draft.label.trim();
  const failedWith = (problem: ActionDraftProblem): DraftedAction => ({
    action: null,
    problem,
    lineProblems: problems,
  });
  if (!type.success) {
    return failedWith('number-wrong');
  }
  if (takenTypes.includes(type.data)) {
    return failedWith('number-taken');
  }
  if (label === '') {
    return failedWith('label-missing');
  }
  const taken = fields.map((field): ActionField => ({
    apiName: field.apiName,
    label: field.label,
    // A kind that actions cannot have is sent as text, like one that is not known.
    type: ACTION_FIELD_TYPES.find((one) => one === field.type) ?? 'text',
    options: field.options,
    trustValues: false,
    isRequired: field.isNeeded,
  }));
  return {
    action: { type: type.data, label, fields: taken, allowsOwnTime },
    problem: null,
    lineProblems: problems,
  };
}

function lineOf({ apiName, label, type, options, isRequired }: ActionField): string {
  return [`${isRequired ? '*' : ''}${apiName}`, label, type, ...(options ?? [])].join('\t');
}
