import type { Field } from './field.ts';

/**
 * The six lead fields that every Telecrm workspace has (Telecrm's Async API documentation, "Standard lead fields").
 * `assignee` is the e-mail address of an employee, so it follows the rules of an e-mail field.
 */
export const STANDARD_FIELDS: readonly Field[] = [
  { apiName: 'name', label: 'Name', type: 'text', options: null, trustValues: false },
  { apiName: 'phone', label: 'Phone', type: 'phone', options: null, trustValues: false },
  { apiName: 'email', label: 'Email', type: 'email', options: null, trustValues: false },
  { apiName: 'status', label: 'Status', type: 'status', options: null, trustValues: false },
  { apiName: 'rating', label: 'Rating', type: 'rating', options: null, trustValues: false },
  { apiName: 'assignee', label: 'Assignee', type: 'email', options: null, trustValues: false },
];
