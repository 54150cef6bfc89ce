import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { CustomAction } from '../../shared/catalog/action.ts';
import type { Field, WorkspaceCatalog } from '../../shared/catalog/field.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';

/**
 * What the pretend Telecrm has: everything that its workspace here has, and some more that only a refresh shows, so that
 * reading from Telecrm can be practised too.
 */
export function practiceCatalog(
  workspace: Pick<Workspace, 'fields' | 'identifier' | 'actions' | 'team'>,
): WorkspaceCatalog {
  const own = catalogOf(workspace);
  const names = new Set(own.fields.map(({ apiName }) => apiName));
  const types = new Set(own.actions.map(({ type }) => type));
  return {
    identifier: own.identifier,
    fields: [...own.fields, ...MORE_FIELDS.filter(({ apiName }) => !names.has(apiName))],
    actions: [...own.actions, ...ACTIONS.filter(({ type }) => !types.has(type))],
    team: own.team ?? TEAM,
  };
}

const MORE_FIELDS: readonly Field[] = [
  {
    apiName: 'lead_source',
    label: 'Lead Source',
    type: 'dropdown',
    options: ['Education fair', 'Facebook', 'Google', 'Referral', 'Walk-in', 'Website'],
    trustValues: false,
  },
  {
    apiName: 'lost_reason',
    label: 'Lost Reason',
    type: 'lostReason',
    options: ['Chose another institute', 'Not interested', 'Not reachable', 'Too expensive'],
    trustValues: false,
  },
  { apiName: 'fee_quoted', label: 'Fee Quoted', type: 'money', options: null, trustValues: false },
  { apiName: 'counsellor', label: 'Counsellor', type: 'activeUsers', options: null, trustValues: false },
  {
    apiName: 'enrolment_no',
    label: 'Enrolment No',
    type: 'text',
    options: null,
    trustValues: false,
    isLockedAfterCreate: true,
  },
];

const ACTIONS: readonly CustomAction[] = [
  {
    type: 'ACTION_1001',
    label: 'Campus visit',
    allowsOwnTime: true,
    fields: [
      { apiName: 'visit_date', label: 'Visit Date', type: 'date', ...plain() },
      { apiName: 'visitors', label: 'Visitors', type: 'number', ...plain() },
      {
        apiName: 'campus',
        label: 'Campus',
        type: 'dropdown',
        ...plain(),
        options: ['City campus', 'Main campus'],
      },
      { apiName: 'remarks', label: 'Remarks', type: 'text', ...plain() },
    ],
  },
  {
    type: 'ACTION_1002',
    label: 'Demo class',
    allowsOwnTime: false,
    fields: [{ apiName: 'held_by', label: 'Held By', type: 'activeUsers', ...plain() }],
  },
];

function plain(): { options: null; trustValues: boolean; isRequired: boolean } {
  return { options: null, trustValues: false, isRequired: false };
}

/** More than one page of ten. The first three are the owners in the sample. */
const TEAM: readonly TeamMember[] = [
  ['Asha', 'asha'],
  ['Ravi', 'ravi'],
  ['Team Lead', 'team.lead'],
  ['Meena', 'meena'],
  ['Imtiaz', 'imtiaz'],
  ['Lakshmi', 'lakshmi'],
  ['Joseph', 'joseph'],
  ['Sunita', 'sunita'],
  ['Harpreet', 'harpreet'],
  ['Devika', 'devika'],
  ['Arjun', 'arjun'],
  ['Nobody Any More', 'nobody.any.more'],
].map(([name = '', mailbox = ''], index, all) => ({
  name,
  email: `${mailbox}@acme.example`,
  isActive: index < all.length - 1,
}));
