import { PAYMENT_CURRENCIES, PAYMENT_STATUSES } from '../catalog/action.ts';
import { unreachable } from '../unreachable.ts';
import { labelCleaner } from './clean-label.ts';
import { moneyCleaner, type MoneyOptions } from './clean-money.ts';
import { clean, refused, type Cleaner } from './clean-value.ts';
import { currencyNamed, type Currency } from './currency-marks.ts';
import { plainText } from './plain-text.ts';

/** What a payment is made of. */
export type PaymentPart = 'status' | 'currency' | 'amount';

/**
 * Cleans one part of a payment. Status and currency are of Telecrm's fixed lists, which nobody can add to; the amount is a
 * numeric text above zero (Telecrm's documentation, "Payments").
 */
export function paymentCleaner(part: PaymentPart, options: MoneyOptions): Cleaner {
  switch (part) {
    case 'status':
      return labelCleaner({ options: PAYMENT_STATUSES, trustValues: false }, (value, closest) => ({
        kind: 'payment-status-unknown',
        value,
        closest,
      }));
    case 'currency':
      return paymentCurrencyCleaner(options.currency);
    case 'amount':
      return amountCleaner(options);
    default:
      return unreachable(part);
  }
}

/** `₹`, `Rs.` and "rupees" are as good as INR, where the workspace's own currency does not make something else of them. */
function paymentCurrencyCleaner(own: Currency): Cleaner {
  const cleanCode = labelCleaner({ options: PAYMENT_CURRENCIES, trustValues: false }, (value, closest) => ({
    kind: 'payment-currency-unknown',
    value,
    closest,
  }));
  return (text) => {
    const named = currencyNamed(plainText(text), own);
    return named === null ? cleanCode(text) : clean(named);
  };
}

function amountCleaner(options: MoneyOptions): Cleaner {
  const cleanMoney = moneyCleaner(options);
  return (text) => {
    const cleaned = cleanMoney(text);
    return cleaned.kind === 'value' && Number(cleaned.value) <= 0
      ? refused({ kind: 'payment-not-above-zero' })
      : cleaned;
  };
}
