import { expect, test } from 'vitest';
import { draftOf, fieldOfDraft, optionsOf } from '../../../renderer/screens/field/field-draft.ts';
import { fieldSchema } from '../../../shared/catalog/field.ts';

const DRAFT = draftOf({ kind: 'add', suggestedLabel: 'Lead Source' });

function manyOptions(count: number): string {
  return Array.from({ length: count }, (_unused, index) => `Option ${index}`).join('\n');
}

test('a new field is proposed under the heading of its column', () => {
  expect(DRAFT).toMatchObject({ apiName: '', label: 'Lead Source', type: 'text' });
});

test.each([
  ['no name', { ...DRAFT, apiName: ' ' }, 'name-missing'],
  ['a name with blanks', { ...DRAFT, apiName: 'lead source' }, 'name-wrong'],
  ['a name with quotation marks', { ...DRAFT, apiName: '"lead"' }, 'name-wrong'],
  ['a name that is there already', { ...DRAFT, apiName: 'phone' }, 'name-taken'],
  ['no label', { ...DRAFT, apiName: 'lead_source', label: '' }, 'label-missing'],
  [
    'more options than a list keeps',
    { ...DRAFT, apiName: 'x', type: 'dropdown', options: manyOptions(10_001) },
    'options-too-many',
  ],
  [
    'an option longer than a label can be',
    { ...DRAFT, apiName: 'x', type: 'dropdown', options: `A\n${'x'.repeat(501)}` },
    'option-too-long',
  ],
] as const)('%s is said beside its box', (_what, draft, problem) => {
  expect(fieldOfDraft(draft, ['phone'])).toEqual({ field: null, problem });
});

test('what the dialog accepts, the contract accepts', () => {
  const made = fieldOfDraft(
    {
      apiName: ' lead_source ',
      label: ' Lead Source ',
      type: 'dropdown',
      options: 'A\n\n B \nA\r\nC',
      trustValues: true,
      told: {},
    },
    [],
  );
  expect(made.field).toEqual({
    apiName: 'lead_source',
    label: 'Lead Source',
    type: 'dropdown',
    options: ['A', 'B', 'C'],
    trustValues: true,
  });
  expect(fieldSchema.safeParse(made.field).success).toBe(true);
});

test('an empty list means that the options are not known', () => {
  expect(
    fieldOfDraft({ ...DRAFT, apiName: 'x', type: 'status', options: ' \n' }, []).field?.options,
  ).toBeNull();
});

test('a kind without a list forgets what was typed for another kind', () => {
  const made = fieldOfDraft({ ...DRAFT, apiName: 'x', type: 'number', options: 'A', trustValues: true }, []);
  expect(made.field).toMatchObject({ options: null, trustValues: false });
});

test('a field comes back into the dialog as it was', () => {
  const { field } = fieldOfDraft({ ...DRAFT, apiName: 'x', type: 'dropdown', options: 'A\nB' }, []);
  expect(field !== null && fieldOfDraft(draftOf({ kind: 'edit', field }), []).field).toEqual(field);
  expect(optionsOf('A\tB\nC')).toEqual(['A\tB', 'C']);
});

test('a list as long as a workspace keeps is taken whole', () => {
  const draft = { ...DRAFT, apiName: 'x', type: 'dropdown' as const, options: manyOptions(10_000) };
  const { field } = fieldOfDraft(draft, []);
  expect(fieldSchema.safeParse(field).success).toBe(true);
});
