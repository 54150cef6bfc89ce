/** A heading made comparable. */
export type NormalHeading = {
  /** Lower-case words with single blanks between; empty when the heading has no letter and no digit. */
  readonly text: string;
  /** The number at the end, as in "Phone 2", "Mobile1" or "Email (3)"; `null` when there is none. It is not in `text`. */
  readonly ordinal: number | null;
};

/**
 * Makes headings comparable: case, punctuation, blanks, line breaks, invisible characters, full-width forms and the accents
 * of Latin letters do not count ("E-Mail", "e_mail", "É-mail" are `e mail`), `leadStatus` is two words, and a small
 * number at the end is set apart. Signs of Indian scripts are letters' parts and stay, but for the nukta, which many leave
 * out: `फ़ोन` and `फोन` are one.
 */
export function normaliseHeading(heading: string): NormalHeading {
  const text = withoutAccents(heading.normalize('NFKC'))
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/[\p{Cf}'\u2018\u2019`]/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const match = NUMBER_AT_END.exec(text);
  return match === null ? { text, ordinal: null } : { text: match[1] ?? '', ordinal: Number(match[2]) };
}

/** The text of a heading made comparable, numbers at its end included. */
export function headingKey(heading: string): string {
  const { text, ordinal } = normaliseHeading(heading);
  return ordinal === null ? text : `${text} ${ordinal}`;
}

/** One or two digits: a longer number is part of the name, such as a year. */
const NUMBER_AT_END = /^(.*[^\d ]) ?(\d{1,2})$/u;

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin}\p{Mn}*)[\u0300-\u036f]|\u093c/gu, '')
    .normalize('NFC');
}
