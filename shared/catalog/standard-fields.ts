import type { Field } from './field.ts';

/**
 * The six lead fields that every Telecrm workspace has (Telecrm's Async API documentation, "Standard lead fields").
 * `assignee` is the e-mail address of an employee, so it follows the rules of a field of team members: with a known team only
 * its members are sent, without one every e-mail address, as in workspaces and plans of earlier versions, which have it as
 * an e-mail field and stay as they are.
 */
export const STANDARD_FIELDS: readonly Field[] = [
  { apiName: 'name', label: 'Name', type: 'text', options: null, trustValues: false },
  { apiName: 'phone', label: 'Phone', type: 'phone', options: null, trustValues: false },
  { apiName: 'email', label: 'Email', type: 'email', options: null, trustValues: false },
  { apiName: 'status', label: 'Status', type: 'status', options: null, trustValues: false },
  { apiName: 'rating', label: 'Rating', type: 'rating', options: null, trustValues: false },
  { apiName: 'assignee', label: 'Assignee', type: 'activeUsers', options: null, trustValues: false },
];
