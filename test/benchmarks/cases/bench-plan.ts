import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import type { Field, FieldType } from '../../../shared/catalog/field.ts';
import { DEFAULT_CHOICES, type Mapping } from '../../../shared/mapping/mapping.ts';
import type { CheckingContext } from '../../../electron/preparing/calls.ts';
import { LEADS_HEADINGS } from '../leads-file.ts';

/** All twelve columns of the benchmark's file feed a field, each of its proper type. */
const TARGETS = [
  'name',
  'phone',
  'email',
  'status',
  'rating',
  'assignee',
  'city',
  'budget',
  'enquiry_date',
  'interested_in',
  'source',
  'remarks',
];

export const BENCH_MAPPING: Mapping = {
  extras: [],
  joins: [],
  constants: [],
  actions: [],
  duplicates: 'last-wins',
  columns: LEADS_HEADINGS.map((heading, columnIndex) => ({
    columnIndex,
    heading,
    target: { kind: 'field', apiName: TARGETS[columnIndex] ?? '' },
    origin: 'chosen',
    choices: DEFAULT_CHOICES,
  })),
};

export const BENCH_CONTEXT: CheckingContext = {
  fields: [
    ...STANDARD_FIELDS.filter((field) => field.apiName !== 'status'),
    makeField('status', 'status', ['Fresh', 'Follow Up', 'Interested', 'Won', 'Lost']),
    makeField('city', 'text', null),
    makeField('budget', 'number', null),
    makeField('enquiry_date', 'date', null),
    makeField('interested_in', 'tags', null),
    makeField('source', 'dropdown', ['Facebook', 'Walk-in', 'Website']),
    makeField('remarks', 'text', null),
  ],
  actions: [],
  team: null,
  identifier: 'phone',
  defaultCountry: 'IN',
  timeZone: 'Asia/Kolkata',
  currency: 'INR',
};

function makeField(apiName: string, type: FieldType, options: readonly string[] | null): Field {
  return { apiName, label: apiName, type, options, trustValues: false };
}
