import type { Catalog } from '../../shared/catalog/field.ts';
import type { ImportDetail } from '../../shared/import.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { totalToSend } from '../../shared/sending/progress.ts';
import type { Step } from './step.ts';

/** Why a step cannot be taken yet; `null` when it can. */
export type StepBlock = 'unreadable' | 'reading' | 'identifier' | 'checking' | 'notSent' | null;

/** Whether a step of this import can be taken. Going back always can, and loses nothing. */
export function stepBlock(step: Step, detail: ImportDetail, catalog: Catalog): StepBlock {
  switch (step) {
    case 'file':
      return null;
    case 'match':
      return detail.summary.stage === 'unreadable' ? 'unreadable' : null;
    case 'fix':
    case 'send':
      return blockOfRows(detail, catalog);
    case 'report':
      return totalToSend(detail.summary.counts) > 0 ? null : 'notSent';
    default:
      return unreachable(step);
  }
}

/** Position of the column that feeds the identifier, or `null` while none does. */
export function identifierColumn(detail: ImportDetail, catalog: Catalog): number | null {
  const column = detail.mapping.columns.find(
    ({ target }) => target.kind === 'field' && target.apiName === catalog.identifier,
  );
  return column === undefined ? null : column.columnIndex;
}

/** What people call the field by which Telecrm recognises them. */
export function identifierLabel(catalog: Catalog): string {
  return catalog.fields.find((field) => field.apiName === catalog.identifier)?.label ?? catalog.identifier;
}

function blockOfRows(detail: ImportDetail, catalog: Catalog): StepBlock {
  if (detail.summary.stage === 'unreadable') {
    return 'unreadable';
  }
  if (identifierColumn(detail, catalog) === null) {
    return 'identifier';
  }
  if (detail.checked === null) {
    return detail.summary.stage === 'reading' ? 'reading' : 'checking';
  }
  return null;
}
