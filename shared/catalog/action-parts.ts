import { PAYMENT, PAYMENT_CURRENCIES, PAYMENT_PARTS, PAYMENT_STATUSES, type CustomAction } from './action.ts';
import type { FieldType } from './field.ts';

/** One value of an action that a column or a fixed text can give. */
export type ActionPart = {
  /** As in the JSON: the field of a custom action, or `status`, `currency` or `amount` of a payment. */
  readonly part: string;
  /** What people call it; `null` for the parts of a payment, whose words are the screen's. */
  readonly label: string | null;
  readonly type: FieldType;
  /** Labels that are taken, `null` where any is or none is known. */
  readonly options: readonly string[] | null;
  /** Without it the action is not sent. */
  readonly isRequired: boolean;
};

const PAYMENT_TYPES: Readonly<Record<(typeof PAYMENT_PARTS)[number], Pick<ActionPart, 'type' | 'options'>>> =
  {
    status: { type: 'dropdown', options: PAYMENT_STATUSES },
    currency: { type: 'dropdown', options: PAYMENT_CURRENCIES },
    amount: { type: 'money', options: null },
  };

/** What an action of this type is made of; `null` for a custom action that the workspace does not have. */
export function actionPartsOf(type: string, actions: readonly CustomAction[]): readonly ActionPart[] | null {
  if (type === PAYMENT) {
    return PAYMENT_PARTS.map((part) => ({ part, label: null, isRequired: true, ...PAYMENT_TYPES[part] }));
  }
  const action = actions.find((one) => one.type === type);
  return (
    action?.fields.map((field) => ({
      part: field.apiName,
      label: field.label,
      type: field.type,
      options: field.options,
      isRequired: field.isRequired,
    })) ?? null
  );
}
