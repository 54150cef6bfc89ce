import type { Problem } from '../../../shared/cleaning/problem.ts';

/** One problem of every kind; a kind without a sample does not compile. */
type OneOfEach = { readonly [Kind in Problem['kind']]: Extract<Problem, { kind: Kind }> };

export const SAMPLE_PROBLEMS: OneOfEach = {
  'identifier-missing': { kind: 'identifier-missing' },
  'phone-digits-lost': { kind: 'phone-digits-lost' },
  'phone-too-short': { kind: 'phone-too-short' },
  'phone-too-long': { kind: 'phone-too-long' },
  'phone-not-a-number': { kind: 'phone-not-a-number' },
  'phone-not-in-use': { kind: 'phone-not-in-use' },
  'phone-placeholder': { kind: 'phone-placeholder' },
  'phone-several': { kind: 'phone-several', used: '919102925603', others: ['917048560062'] },
  'email-not-an-address': { kind: 'email-not-an-address' },
  'email-several': { kind: 'email-several', used: 'a@example.org', others: ['b@example.org'] },
  'number-not-a-number': { kind: 'number-not-a-number' },
  'number-with-words': { kind: 'number-with-words' },
  'number-too-long': { kind: 'number-too-long' },
  'rating-not-1-to-5': { kind: 'rating-not-1-to-5' },
  'rating-not-whole': { kind: 'rating-not-whole' },
  'rating-not-a-number': { kind: 'rating-not-a-number' },
  'date-not-understood': { kind: 'date-not-understood' },
  'date-impossible': { kind: 'date-impossible' },
  'option-unknown': { kind: 'option-unknown', value: 'Facbook', closest: 'Facebook' },
  'status-unknown': { kind: 'status-unknown', value: 'Hot', closest: null },
  'text-too-long': { kind: 'text-too-long', limit: 10_000 },
  'payment-not-above-zero': { kind: 'payment-not-above-zero' },
  'action-incomplete': { kind: 'action-incomplete', actionId: 'a1', action: 'Payment', missing: ['Amount'] },
};
