import { describe, expect, test } from 'vitest';
import { paymentCleaner } from '../../../shared/cleaning/clean-payment.ts';
import { shown } from './shown.ts';

const OPTIONS = { decimalMark: 'point', currency: 'INR' } as const;

describe('parts of a payment', () => {
  test.each([
    ['status', 'COMPLETED', 'COMPLETED'],
    ['status', 'completed', 'COMPLETED'],
    ['status', ' Pending ', 'PENDING'],
    ['status', 'Paid', 'payment-status-unknown'],
    ['status', 'NA', 'empty'],
    ['currency', 'INR', 'INR'],
    ['currency', 'inr', 'INR'],
    ['currency', '₹', 'INR'],
    ['currency', 'Rs.', 'INR'],
    ['currency', 'Rupees', 'INR'],
    ['currency', 'रुपये', 'INR'],
    ['currency', 'AED', 'AED'],
    ['currency', 'Dhs', 'AED'],
    ['currency', 'US$', 'USD'],
    // Four countries write it so.
    ['currency', '$', 'payment-currency-unknown'],
    ['currency', 'EUR', 'payment-currency-unknown'],
    ['currency', '', 'empty'],
    ['amount', '₹ 5,000/-', '5000'],
    ['amount', '1.5 lakh', '150000'],
    ['amount', '0.50', '0.50'],
    ['amount', '0', 'payment-not-above-zero'],
    ['amount', '0.00', 'payment-not-above-zero'],
    ['amount', '-5', 'money-negative'],
    ['amount', 'paid', 'money-not-an-amount'],
    ['amount', 'NA', 'empty'],
  ] as const)('as %s %j becomes %j', (part, text, expected) => {
    expect(shown(paymentCleaner(part, OPTIONS)(text))).toBe(expected);
  });

  test('a mark of several currencies is the workspace’s own', () => {
    expect(shown(paymentCleaner('currency', { ...OPTIONS, currency: 'CAD' })('$'))).toBe('CAD');
    expect(shown(paymentCleaner('currency', { ...OPTIONS, currency: 'PKR' })('Rs'))).toBe('PKR');
  });
});
