import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { ImportDetail } from '../../shared/import.ts';
import type { Receipt } from '../../shared/sending/receipt.ts';
import { destinationInputs } from '../../shared/mapping/destination-inputs.ts';
import { actionLabel, destinationLabel } from '../../shared/mapping/destination-label.ts';
import { columnName } from '../../shared/words/problem-words.ts';
import type { Output } from './output.ts';

/** Prints where each column goes, what every row gets alike, which actions are made, and what the recipe misses. */
export function describeMatching(detail: ImportDetail, workspace: Workspace, output: Output): void {
  const { mapping, checked, missingHeadings } = detail;
  const { words, say, put } = output;
  const catalog = catalogOf(workspace);
  const inputs = destinationInputs(mapping).map((input) => ({
    ...input,
    field: input.destination.kind === 'field' ? input.destination.apiName : null,
    label: destinationLabel(input.destination, mapping, catalog),
  }));
  for (const { columnIndex, heading } of mapping.columns) {
    // Columns that nothing takes in are told as well: where they wanted to go is what is wrong with them.
    const fed = inputs.filter(({ columns, surplus }) =>
      [...columns, ...surplus].some((column) => column.columnIndex === columnIndex),
    );
    const named = columnName(words.say, heading, columnIndex);
    if (fed.length === 0) {
      put({ kind: 'column', heading, field: null });
      say(words.say('cli.notSent', { heading: named }));
    }
    for (const { field, label } of fed) {
      put({ kind: 'column', heading, field, ...(field === null ? { part: label } : {}) });
      say(words.say('cli.matched', { heading: named, label }));
    }
  }
  for (const { constant, field, label } of inputs) {
    if (constant !== null) {
      const { text } = constant;
      put({ kind: 'constant', field, ...(field === null ? { part: label } : {}), text });
      say(words.say('cli.constant', { label, text }));
    }
  }
  for (const { type } of mapping.actions) {
    put({ kind: 'action', type, label: actionLabel(type, catalog) });
  }
  for (const heading of missingHeadings) {
    put({ kind: 'missing', heading });
    say(words.say('cli.missingHeading', { heading }));
  }
  for (const { heading, label, apiName } of checked?.notices ?? []) {
    put({ kind: 'notice', notice: 'options-not-known', heading, field: apiName });
    say(words.say('cli.notice', { heading, label }));
  }
}

/** Prints what cannot be taken back: actions that are added to timelines, and new options of dropdowns. */
export function describeWhatStays({ actions, newOptions }: Receipt, { words, say, put }: Output): void {
  for (const { label, leadCount } of actions) {
    put({ kind: 'actions', label, leads: leadCount });
    say(words.say('cli.addsActions', { label, leads: words.say('common.leads', { count: leadCount }) }));
  }
  for (const { fieldLabel, value, rowCount } of newOptions) {
    put({ kind: 'new-option', field: fieldLabel, value, rows: rowCount });
    say(
      words.say('cli.newOption', {
        label: fieldLabel,
        value,
        rows: words.say('common.rows', { count: rowCount }),
      }),
    );
  }
}
