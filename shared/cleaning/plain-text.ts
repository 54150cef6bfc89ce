/**
 * A cell's text as a machine should read it (phones, e-mail addresses, numbers, ratings, dates): trimmed; invisible
 * characters gone (zero-width spaces, direction marks, soft hyphens, which come along when people copy from web pages
 * and messengers); every kind of space a plain one; full-width forms as ASCII. Line breaks stay, as they part values.
 */
export function visibleText(text: string): string {
  return isPlain(text) ? text : unusualText(text);
}

/** The same with all decimal digits as 0 to 9, so that `७३८९८६६७८०` and `٩٨٧٦` are numbers too. */
export function plainText(text: string): string {
  return isPlain(text) ? text : westernDigits(unusualText(text));
}

/** Printable ASCII without blanks at its ends. */
function isPlain(text: string): boolean {
  return !UNUSUAL.test(text);
}

const UNUSUAL = /^ | $|[^ -~]/;

function unusualText(text: string): string {
  return text
    .replaceAll(/[\r\n\u2028\u2029\u0085]+/gu, '\n')
    .replaceAll(/[\p{Zs}\t\v\f]/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Surrogate}]|(?!\n)\p{Cc}/gu, '')
    .replaceAll(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim();
}

/**
 * The digit zero of each script whose digits people may type; its nine others follow in order (Unicode's general category
 * Nd): Arabic, Persian, N'Ko, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Sinhala,
 * Thai, Lao, Tibetan, Burmese, Khmer, Mongolian, Ol Chiki, Meetei Mayek.
 */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810, 0x1c50, 0xabf0,
];

const WESTERN = new Map<string, string>(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value): [string, string] => [
      String.fromCharCode(zero + value),
      String(value),
    ]),
  ),
);

function westernDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => WESTERN.get(digit) ?? digit);
}
