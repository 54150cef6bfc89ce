/** A number with the digit grouping of `locale` and at most two decimals: 1250000 in `en-IN` is `12,50,000`. */
export function formatNumber(value: number, locale: string): string {
  return formatter(locale).format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making an `Intl` formatter costs more than using it a thousand times. */
function formatter(locale: string): Intl.NumberFormat {
  const known = formatters.get(locale);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  formatters.set(locale, made);
  return made;
}
