import type { Language } from '../../../shared/words/make-words.ts';

/** Codes of the countries whose phone numbers are understood (ISO 3166-1), most asked for in India first. */
const COUNTRY_CODES =
  'IN AE SA QA OM KW BH NP BD LK BT MV SG MY US CA GB AU NZ ' +
  'AF AR AT BE BR BW CH CL CN CO CZ DE DK EG ES ET FI FR GH GR HK HU ID IE IL IQ IR IT JO JP KE KH ' +
  'KR LA LB MA MM MU MX NG NL NO PE PH PK PL PT RO RU RW SE SN TH TN TR TW TZ UA UG UZ VN ZA ZM ZW';

type Choice = { readonly value: string; readonly label: string };

/** Countries by name in the window's language. */
export function countries(language: Language): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return COUNTRY_CODES.split(' ').map((code) => ({ value: code, label: names.of(code) ?? code }));
}

/** Time zones by their IANA names, India's first. `present` is always among them, whatever the system knows. */
export function timeZones(present: string): string[] {
  return [...new Set(['Asia/Kolkata', present, ...Intl.supportedValuesOf('timeZone')])];
}
