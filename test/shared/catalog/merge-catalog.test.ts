import { describe, expect, it } from 'vitest';
import type { CatalogNote } from '../../../shared/catalog/catalog-note.ts';
import type { Field } from '../../../shared/catalog/field.ts';
import type { ListedCatalog, ListedField } from '../../../shared/catalog/listed-catalog.ts';
import { mergeCatalog } from '../../../shared/catalog/merge-catalog.ts';
import { newWorkspace, workspaceSchema, type Workspace } from '../../../shared/catalog/workspace.ts';

const NOTHING: ListedCatalog = {
  identifierFieldId: null,
  fields: [],
  actions: null,
  pipeline: null,
  team: null,
  notes: [],
};

const PART: CatalogNote = { kind: 'part-unreadable', part: 'actions', status: null };

function listed(apiName: string, part: Partial<ListedField> = {}): ListedField {
  return {
    id: `id-${apiName}`,
    apiName,
    type: 'text',
    typeName: 'TEXT',
    options: null,
    isLockedAfterCreate: false,
    isIdentifier: false,
    ...part,
  };
}

function own(apiName: string, part: Partial<Field> = {}): Field {
  return { apiName, label: `My ${apiName}`, type: 'text', options: null, trustValues: false, ...part };
}

function workspaceWith(part: Partial<Workspace>): Workspace {
  return { ...newWorkspace('Acme'), ...part };
}

function merge(workspace: Workspace, part: Partial<ListedCatalog>): ReturnType<typeof mergeCatalog> {
  const merged = mergeCatalog(workspace, { ...NOTHING, ...part }, 42);
  // Whatever Telecrm lists, what is kept is a workspace.
  expect(workspaceSchema.safeParse(merged.workspace).success).toBe(true);
  return merged;
}

describe('a field', () => {
  it.each<[string, Field | null, ListedField, Partial<Field>, 'added' | 'changed' | 'same']>([
    ['that is new gets a name for people', null, listed('lead_source'), { label: 'Lead Source' }, 'added'],
    ['that is new in camel case too', null, listed('leadSource'), { label: 'Lead Source' }, 'added'],
    ['keeps the name that the user gave it', own('city'), listed('city'), { label: 'My city' }, 'same'],
    [
      'gets Telecrm’s type and options',
      own('city'),
      listed('city', { type: 'dropdown', options: ['Pune', 'Surat'] }),
      { type: 'dropdown', options: ['Pune', 'Surat'] },
      'changed',
    ],
    [
      'has its options replaced, not added to',
      own('city', { type: 'dropdown', options: ['Poona', 'Pune'] }),
      listed('city', { type: 'dropdown', options: ['Pune'] }),
      { options: ['Pune'] },
      'changed',
    ],
    [
      'is no longer trusted blindly once its options are known',
      own('city', { type: 'dropdown', trustValues: true }),
      listed('city', { type: 'dropdown', options: ['Pune'] }),
      { trustValues: false, options: ['Pune'] },
      'changed',
    ],
    [
      'keeps its options where Telecrm lists none',
      own('course', { type: 'tags', options: ['MBA'] }),
      listed('course', { type: 'tags' }),
      { options: ['MBA'] },
      'same',
    ],
    [
      'is text when its type is new to us',
      null,
      listed('video_url', { type: null, typeName: 'VIDEO' }),
      { type: 'text' },
      'added',
    ],
    [
      'keeps the type that the user chose when Telecrm’s is new to us',
      own('video_url', { type: 'website' }),
      listed('video_url', { type: null, typeName: 'VIDEO' }),
      { type: 'website' },
      'same',
    ],
    [
      'that cannot be changed later is marked',
      null,
      listed('aadhaar', { isLockedAfterCreate: true }),
      { isLockedAfterCreate: true },
      'added',
    ],
  ])('%s', (_name, before, field, expected, change) => {
    const { workspace, changes } = merge(workspaceWith({ fields: before === null ? [] : [before] }), {
      fields: [field],
    });
    const kept = workspace.fields.find(({ apiName }) => apiName === field.apiName);
    expect(kept).toMatchObject(expected);
    const label = kept?.label ?? '';
    expect([changes.added.includes(label), changes.changed.includes(label)]).toEqual([
      change === 'added',
      change === 'changed',
    ]);
  });

  it('of every workspace needs no entry unless Telecrm says more of it', () => {
    const { workspace, changes } = merge(newWorkspace('Acme'), {
      fields: [
        listed('name'),
        listed('email', { type: 'email', isLockedAfterCreate: true }),
        listed('rating', { type: 'rating' }),
      ],
    });
    expect(workspace.fields.map(({ apiName }) => apiName)).toEqual(['email']);
    expect(changes).toMatchObject({ added: [], changed: ['Email'], fieldCount: 3 });
  });

  it('may have five thousand options', () => {
    const options = Array.from({ length: 5_000 }, (_unused, index) => `Option ${index}`);
    const { workspace } = merge(newWorkspace('Acme'), {
      fields: [listed('course', { type: 'dropdown', options })],
    });
    expect(workspace.fields[0]?.options).toEqual(options);
  });
});

describe('what the user added', () => {
  it.each([
    ['leadsource', 'lead_source'],
    ['Lead_Source', 'lead_source'],
    ['Phone', 'phone'],
    ['something_else', null],
  ])('stays, and %s is told with the API name that was most likely meant', (apiName, closest) => {
    const { workspace, changes } = merge(workspaceWith({ fields: [own(apiName)] }), {
      fields: [listed('lead_source')],
    });
    expect(workspace.fields.map((field) => field.apiName)).toContain(apiName);
    expect(changes.notInTelecrm).toEqual([{ kind: 'field', apiName, label: `My ${apiName}`, closest }]);
  });

  it('stays as it is where Telecrm’s answer could not be read', () => {
    const before = workspaceWith({
      team: [{ name: 'Asha', email: 'asha@acme.example', isActive: true }],
      actions: [{ type: 'ACTION_1', label: 'Visit', fields: [], allowsOwnTime: null }],
    });
    const { workspace, changes } = merge(before, { notes: [PART] });
    expect(workspace).toEqual({ ...before, catalogReadAtMs: 42 });
    expect(changes).toMatchObject({ notes: [PART], memberCount: null, actionCount: null });
  });
});

describe('the pipeline', () => {
  const pipeline = { statuses: ['Fresh', 'Won', 'Dead'], lostStatuses: ['Dead'], lostReasons: ['Too far'] };

  it('gives the status its options and says which are lost, also where the status is not listed', () => {
    for (const fields of [[], [listed('status', { type: 'status' })]]) {
      const { workspace, changes } = merge(newWorkspace('Acme'), { fields, pipeline });
      expect(workspace.fields).toMatchObject([
        { apiName: 'status', options: pipeline.statuses, lostOptions: ['Dead'] },
      ]);
      expect(changes.changed).toEqual(['Status']);
    }
  });

  it('gives lost reasons to the field of that type', () => {
    const { workspace } = merge(newWorkspace('Acme'), {
      fields: [listed('why_lost', { type: 'lostReason' })],
      pipeline,
    });
    expect(workspace.fields.find(({ apiName }) => apiName === 'why_lost')?.options).toEqual(['Too far']);
  });
});

describe('the identifier', () => {
  it.each<[string, Partial<ListedCatalog>, string]>([
    ['is found by its id', { identifierFieldId: 'id-email' }, 'email'],
    ['is found by its API name', { identifierFieldId: 'email' }, 'email'],
    ['is found by its mark', { fields: [listed('email', { type: 'email', isIdentifier: true })] }, 'email'],
    ['stays where it is not told', {}, 'phone'],
    ['stays where it is told but not listed', { identifierFieldId: 'id-of-nothing' }, 'phone'],
    [
      'stays where the field cannot be one',
      { identifierFieldId: 'id-age', fields: [listed('age', { type: 'number' })] },
      'phone',
    ],
  ])('%s', (_name, part, identifier) => {
    const fields = [listed('email', { type: 'email' }), listed('phone', { type: 'phone' })];
    const { workspace, changes } = merge(newWorkspace('Acme'), { fields, ...part });
    expect(workspace.identifier).toBe(identifier);
    expect(changes.changed).toEqual(identifier === 'phone' ? [] : ['Email']);
  });
});

describe('an action', () => {
  const action = {
    type: 'ACTION_1001',
    label: 'Campus visit',
    allowsOwnTime: true,
    fields: [{ ...listed('campus', { type: 'dropdown', options: ['Main'] }), label: null }],
  };

  it('is added, and the user’s rule about what is required outlives a refresh', () => {
    const first = merge(newWorkspace('Acme'), { actions: [action] });
    expect(first.changes).toMatchObject({ added: ['Campus visit'], actionCount: 1 });
    const required = first.workspace.actions.map((one) => ({
      ...one,
      fields: one.fields.map((field) => ({ ...field, isRequired: true })),
    }));
    const second = merge({ ...first.workspace, actions: required }, { actions: [action] });
    expect(second.workspace.actions).toEqual(required);
    expect(second.changes).toMatchObject({ added: [], changed: [] });
  });

  it('that only the workspace has stays and is told', () => {
    const mine = { type: 'ACTION_7', label: 'Old', fields: [], allowsOwnTime: null };
    const { workspace, changes } = merge(workspaceWith({ actions: [mine] }), { actions: [action] });
    expect(workspace.actions.map(({ type }) => type)).toEqual(['ACTION_1001', 'ACTION_7']);
    expect(changes.notInTelecrm).toEqual([
      { kind: 'action', apiName: 'ACTION_7', label: 'Old', closest: null },
    ]);
  });
});

it('a second refresh changes nothing', () => {
  const answer: Partial<ListedCatalog> = {
    identifierFieldId: 'id-phone',
    fields: [listed('phone', { type: 'phone' }), listed('city', { type: 'dropdown', options: ['Pune'] })],
    pipeline: { statuses: ['Fresh'], lostStatuses: null, lostReasons: null },
    team: [{ name: 'Asha', email: 'asha@acme.example', isActive: true }],
  };
  const first = merge(newWorkspace('Acme'), answer);
  const second = merge(first.workspace, answer);
  expect(second.workspace).toEqual(first.workspace);
  expect(second.changes).toMatchObject({ added: [], changed: [], notInTelecrm: [], notes: [] });
});

it('a thousand listed fields, the standard ones among them or not, still make a workspace that can be read', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => listed(`field_${index}`));
  const pipeline = { statuses: ['Fresh'], lostStatuses: [], lostReasons: [] };
  const { workspace, changes } = merge(newWorkspace('Acme'), {
    fields: [...many, listed('phone', { type: 'phone', isLockedAfterCreate: true })],
    pipeline,
  });
  expect(workspace.fields.find(({ apiName }) => apiName === 'status')?.options).toEqual(['Fresh']);
  expect(changes.notes[0]).toMatchObject({ kind: 'no-room' });
});

describe('the field by which Telecrm recognises people', () => {
  it.each<[string, string, Partial<ListedField>, string, CatalogNote | null]>([
    ['is taken over', 'id-mail', { apiName: 'mail', type: 'email' }, 'mail', null],
    ['that is not listed is told', 'id-x', {}, 'phone', { kind: 'identifier-unknown', fieldId: 'id-x' }],
    ['that is not listed, but is what is here, is no news', 'phone', {}, 'phone', null],
    [
      'that is of a kind which cannot be compared is told',
      'id-mail',
      { apiName: 'mail', type: 'rating' },
      'phone',
      { kind: 'identifier-odd', apiName: 'mail' },
    ],
  ])('%s', (_what, identifierFieldId, field, identifier, note) => {
    const { workspace, changes } = merge(newWorkspace('Acme'), {
      identifierFieldId,
      fields: [listed('mail', field)],
    });
    expect(workspace.identifier).toBe(identifier);
    expect(changes.notes).toEqual(note === null ? [] : [note]);
  });
});
