import {
  LONGEST_OPTION_LABEL,
  MOST_OPTIONS,
  type Field,
  type FieldType,
} from '../../../shared/catalog/field.ts';

/** Kinds of field in the order in which people look for them. */
export const FIELD_TYPE_ORDER = [
  'text',
  'dropdown',
  'number',
  'money',
  'date',
  'phone',
  'email',
  'tags',
  'rating',
  'status',
  'lostReason',
  'website',
  'medialink',
  'activeUsers',
] as const satisfies readonly FieldType[];

/** What the dialog is about. */
export type FieldSubject =
  | { readonly kind: 'add'; readonly suggestedLabel: string }
  | { readonly kind: 'edit'; readonly field: Field }
  /** Only the list of a field whose options are not known. */
  | { readonly kind: 'options'; readonly field: Field };

/** A field while it is being typed. */
export type FieldDraft = {
  readonly apiName: string;
  readonly label: string;
  readonly type: FieldType;
  /** One option a line. */
  readonly options: string;
  readonly trustValues: boolean;
  /** What only Telecrm can say of the field; empty for one that is new. */
  readonly told: Pick<Field, 'isLockedAfterCreate' | 'lostOptions'>;
};

/** Why a draft is not a field yet. */
export type DraftProblem =
  'name-missing' | 'name-wrong' | 'name-taken' | 'label-missing' | 'options-too-many' | 'option-too-long';

/** The draft with which the dialog opens. */
export function draftOf(subject: FieldSubject): FieldDraft {
  if (subject.kind === 'add') {
    return {
      apiName: '',
      label: subject.suggestedLabel,
      type: 'text',
      options: '',
      trustValues: false,
      told: {},
    };
  }
  const { apiName, label, type, options, trustValues, ...told } = subject.field;
  return { apiName, label, type, options: (options ?? []).join('\n'), trustValues, told };
}

/** The field of a draft, or why it is none yet. `takenNames` are names that the workspace has already. */
export function fieldOfDraft(
  draft: FieldDraft,
  takenNames: readonly string[],
):
  | { readonly field: Field; readonly problem: null }
  | { readonly field: null; readonly problem: DraftProblem } {
  const apiName = draft.apiName.trim();
  const label = draft.label.trim();
  const { type } = draft;
  const options = hasOptions(type) ? optionsOf(draft.options) : [];
  const problem = problemOf(apiName, label, takenNames) ?? problemOfOptions(options);
  if (problem !== null) {
    return { field: null, problem };
  }
  return {
    field: {
      ...draft.told,
      apiName,
      label,
      type,
      options: options.length === 0 ? null : options,
      trustValues: hasOptions(type) && draft.trustValues,
    },
    problem: null,
  };
}

/** Whether fields of this kind have a list of labels in Telecrm. */
export function hasOptions(type: FieldType): boolean {
  return type === 'dropdown' || type === 'status' || type === 'lostReason' || type === 'tags';
}

/** The options of a pasted list: one a line, blanks around them and repeated ones dropped, order kept. */
export function optionsOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function problemOf(apiName: string, label: string, takenNames: readonly string[]): DraftProblem | null {
  if (apiName === '') {
    return 'name-missing';
  }
  // The same characters that the contract refuses; said here so that the message stands beside the box.
  if (/[\s"'{}[\]\\]/u.test(apiName)) {
    return 'name-wrong';
  }
  if (takenNames.includes(apiName)) {
    return 'name-taken';
  }
  return label === '' ? 'label-missing' : null;
}

function problemOfOptions(options: readonly string[]): DraftProblem | null {
  if (options.length > MOST_OPTIONS) {
    return 'options-too-many';
  }
  return options.some((option) => option.length > LONGEST_OPTION_LABEL) ? 'option-too-long' : null;
}
