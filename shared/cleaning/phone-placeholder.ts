/**
 * Numbers typed to fill a box that must not stay empty. Sent, all rows that carry one would become a single lead. Only
 * patterns that no chance explains are here (about 120 of 4,000,000,000 Indian mobile numbers), because a person whose
 * real number is refused cannot be imported: one digit throughout (9999999999), a digit and nothing but zeros
 * (9000000000), the keyboard's row from any key in either direction (1234567890, 9876543210, 7890123456), one pair five
 * times (9898989898), and the few below. Public integrations with Telecrm refuse much the same.
 */
const TYPED_BY_HAND = ['9123456789', '9123456780', '9988776655', '1122334455', '1234512345', '9999999990'];

const PLACEHOLDERS = new Set<string>([...TYPED_BY_HAND, ...runs(), ...roundNumbers(), ...repeatedPairs()]);

const PLACEHOLDER_NUMBERS = new Set<number>([...PLACEHOLDERS].map(Number));

/** Whether these digits, without country code, were typed to fill the box. Zeros alone are, however few. */
export function isPlaceholder(digits: string): boolean {
  return PLACEHOLDERS.has(digits) || /^(?:0+|(\d)\1{6,})$/u.test(digits);
}

/** The same for a number of ten digits that does not begin with 0, without making a text of it. */
export function isPlaceholderNumber(tenDigits: number): boolean {
  return PLACEHOLDER_NUMBERS.has(tenDigits);
}

/** Ten different digits in a row, up or down, from any; and 123456789, which a leading zero leaves behind. */
function runs(): string[] {
  const up = '12345678901234567890';
  const down = '09876543210987654321';
  const starts = Array.from({ length: 10 }, (_, start) => start);
  return [
    '123456789',
    ...starts.flatMap((start) => [up.slice(start, start + 10), down.slice(start, start + 10)]),
  ];
}

function roundNumbers(): string[] {
  return Array.from({ length: 10 }, (_, digit) => `${digit}000000000`);
}

/** Five times the same two digits: 9898989898, and 9999999999 among them. */
function repeatedPairs(): string[] {
  return Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, '0').repeat(5));
}
