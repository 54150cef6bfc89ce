/** English months by their first three letters; whole names and the usual abbreviations share them. */
const ENGLISH = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Hindi months in the spellings in use, after Unicode's canonical decomposition. */
const HINDI: readonly (readonly string[])[] = [
  ['जनवरी', 'जन'],
  ['फरवरी', 'फ़रवरी', 'फर', 'फ़र'],
  ['मार्च'],
  ['अप्रैल'],
  ['मई'],
  ['जून'],
  ['जुलाई', 'जुल'],
  ['अगस्त', 'अग'],
  ['सितंबर', 'सितम्बर', 'सित'],
  ['अक्टूबर', 'अक्तूबर', 'अक्तू', 'अक्टू'],
  ['नवंबर', 'नवम्बर', 'नव'],
  ['दिसंबर', 'दिसम्बर', 'दिस'],
];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const MONTHS = new Map<string, number>([
  ...ENGLISH.flatMap((name, index): [string, number][] => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
  ['sept', 9],
  ...HINDI.flatMap((names, index) =>
    names.map((name): [string, number] => [name.normalize('NFD'), index + 1]),
  ),
]);

const WEEKDAY_NUMBERS = new Map<string, number>([
  ...WEEKDAYS.flatMap((name, index): [string, number][] => [
    [name, index],
    [name.slice(0, 3), index],
  ]),
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
]);

/** 1 to 12 for the English or Hindi name of a month or its usual abbreviation, in lower case; `null` for other words. */
export function monthNumber(word: string): number | null {
  return MONTHS.get(word) ?? MONTHS.get(word.normalize('NFD')) ?? null;
}

/** 0 (Sunday) to 6 for the English name of a day of the week or its usual abbreviation, in lower case; `null` otherwise. */
export function weekdayNumber(word: string): number | null {
  return WEEKDAY_NUMBERS.get(word) ?? null;
}
