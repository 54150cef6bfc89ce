import { PAYMENT, type PAYMENT_PARTS } from '../catalog/action.ts';
import type { ColumnChoices, Destination } from '../mapping/mapping.ts';
import { takesTime } from '../mapping/unknown-destination.ts';
import { unreachable } from '../unreachable.ts';
import { actionTimeCleaner } from './clean-action-time.ts';
import { paymentCleaner } from './clean-payment.ts';
import { EMPTY, type Cleaner } from './clean-value.ts';
import { cleanerFor } from './cleaner-for.ts';
import { isIdentifierText } from './identifier-key.ts';
import type { Plan } from './plan.ts';

/** What cleaning has to know: a plan, or what would become one. */
export type CleaningContext = Pick<
  Plan,
  'fields' | 'actions' | 'team' | 'identifier' | 'defaultCountry' | 'timeZone' | 'currency'
> & { readonly mapping: Pick<Plan['mapping'], 'actions'> };

/**
 * How texts are cleaned for a destination: by the rules of its type, the same for lead fields and for parts of actions.
 * `null`: its values cannot be checked and so are not sent (see `cleanerFor`). `undefined`: there is no such field, action or
 * part, or Telecrm takes no time for it. Throws as `cleanerFor` does.
 */
export function destinationCleaner(
  destination: Destination,
  choices: ColumnChoices,
  context: CleaningContext,
): Cleaner | null | undefined {
  switch (destination.kind) {
    case 'field':
      return fieldCleaner(destination.apiName, choices, context);
    case 'action':
      return partCleaner(destination, choices, context);
    case 'action-time':
      return takesTime(typeOf(destination.actionId, context) ?? '', context)
        ? actionTimeCleaner({ dateOrder: choices.dateOrder, timeZone: context.timeZone })
        : undefined;
    default:
      return unreachable(destination);
  }
}

function fieldCleaner(
  apiName: string,
  choices: ColumnChoices,
  context: CleaningContext,
): Cleaner | null | undefined {
  const field = context.fields.find((one) => one.apiName === apiName);
  if (field === undefined) {
    return undefined;
  }
  const cleaner = cleanerFor(field, choices, context);
  return cleaner !== null && apiName === context.identifier && field.type === 'text'
    ? identifierCleaner(cleaner)
    : cleaner;
}

/** "NA" is a text like any other, but as an identifier it would make one lead of all rows that have none. */
function identifierCleaner(cleaner: Cleaner): Cleaner {
  return (text) => (isIdentifierText(text) ? cleaner(text) : EMPTY);
}

function partCleaner(
  { actionId, part }: Extract<Destination, { kind: 'action' }>,
  choices: ColumnChoices,
  context: CleaningContext,
): Cleaner | null | undefined {
  if (typeOf(actionId, context) === PAYMENT) {
    const { decimalMark } = choices;
    return isPaymentPart(part)
      ? paymentCleaner(part, { decimalMark, currency: context.currency })
      : undefined;
  }
  const field = actionOf(actionId, context)?.fields.find((one) => one.apiName === part);
  return field === undefined ? undefined : cleanerFor(field, choices, context);
}

function isPaymentPart(part: string): part is (typeof PAYMENT_PARTS)[number] {
  return part === 'status' || part === 'currency' || part === 'amount';
}

function actionOf(
  actionId: string,
  context: CleaningContext,
): CleaningContext['actions'][number] | undefined {
  const type = typeOf(actionId, context);
  return context.actions.find((action) => action.type === type);
}

function typeOf(actionId: string, { mapping }: CleaningContext): string | undefined {
  return mapping.actions.find((action) => action.actionId === actionId)?.type;
}
