import { createInstance, type FormatterModule, type i18n, type TFunction } from 'i18next';
import { english } from './catalogue.ts';
import { formatMoments, type Moments } from './moments.ts';
import { formatNumber } from './numbers.ts';

/** Languages that the program speaks. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The BCP 47 tag whose numbers, dates and clock a language uses: Indian digit grouping, day before month, 4:20 pm. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IN' };

/** Says the sentence of a key. Numbers among the values are grouped the Indian way (12,50,000) by themselves. */
export type Say = TFunction;

/** Everything that turns meaning into words, for one language. */
export type Words = {
  readonly language: Language;
  readonly say: Say;
  /** 1250000 as `12,50,000`; for numbers that stand alone. */
  readonly number: (value: number) => string;
  readonly moments: Moments;
  /** The catalogue behind `say`, for the binding of a user interface. */
  readonly i18n: i18n;
};

/**
 * Words in one language, ready at once: nothing is loaded. `timeZone` is an IANA name; without one, times are told in the
 * zone of the machine, which is right for the person in front of it.
 */
export function makeWords(language: Language, timeZone?: string): Words {
  const locale = LOCALES[language];
  const i18n = createInstance();
  i18n.use(numberFormatter(locale));
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    ns: ['words'],
    defaultNS: 'words',
    resources: { en: { words: english } },
    initAsync: false,
    returnNull: false,
    interpolation: {
      // Sentences become text, never HTML: React and the terminal escape for themselves.
      escapeValue: false,
      alwaysFormat: true,
    },
  });
  return {
    language,
    say: i18n.getFixedT(language, 'words'),
    number: (value) => formatNumber(value, locale),
    moments: formatMoments(locale, timeZone),
    i18n,
  };
}

/** Formats what stands between `{{` and `}}`: numbers are grouped, everything else is shown as it is. */
function numberFormatter(locale: string): FormatterModule {
  return {
    type: 'formatter',
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown) => (typeof value === 'number' ? formatNumber(value, locale) : String(value)),
  };
}
