import { FIELD_TYPES, type FieldType } from '../../../shared/catalog/field.ts';

/** Numbers from 0 up to 1, always the same for a seed (public domain, Tommy Ettinger's mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A cell as somebody may have filled it who was to write a value of this type: mostly one of the usual ways, now and then a
 * value of another type, something broken, or nothing.
 */
export function messyCell(type: FieldType, random: () => number): string {
  const luck = random();
  if (luck < 0.08) {
    return '';
  }
  if (luck < 0.16) {
    return pick(BROKEN, random);
  }
  const meant = luck < 0.26 ? pick(FIELD_TYPES, random) : type;
  return disturbed(MAKERS[meant](random), random);
}

type Make = (random: () => number) => string;

const BROKEN = [
  'NA',
  '-',
  'nil',
  '#REF!',
  '#N/A',
  '?',
  '\0',
  '\ud83d',
  '\u200b',
  ' ',
  '\n',
  '__proto__',
  'null',
  '0',
  '1e999',
  'x'.repeat(501),
  '9'.repeat(70),
  '=1+1',
  '<b>',
  '"',
  "'",
  '{"a":1}',
  '\ufeff',
  'Infinity',
  '½',
  '😀😀',
  '\u202eabc',
] as const;

const OPTIONS = [
  'Jaipur',
  'New Delhi',
  'Walk-in',
  'Facebook',
  'facebook',
  'Facbook',
  'NEW  DELHI',
  'Other',
  'फ्रेश',
];
const PEOPLE = [
  'Asha Rao',
  'Priya Sharma',
  'asha@acme.example',
  'ASHA@ACME.EXAMPLE',
  'Ravi Kumar',
  'ravi@acme.example',
  'nobody',
  'Priya <priya@acme.example>',
  'x@other.example',
  'asha@acme.example, ravi@acme.example',
  'Sunita',
];

const MAKERS: Readonly<Record<FieldType, Make>> = {
  text: (random) =>
    pick(['Asha', 'राहुल कुमार', "D'Souza", '  Zoë ', 'call later', 'a\tb', 'line one\nline two'], random),
  phone: (random) => {
    const digits = digitsOf(10, random);
    const forms = [
      digits,
      `+91 ${digits}`,
      `0${digits}`,
      `91${digits}`,
      `+91-${digits.slice(0, 5)} ${digits.slice(5)}`,
      `'${digits}`,
      `${digits}.0`,
      `0091${digits}`,
      digits.slice(1),
      `${digits} / ${digitsOf(10, random)}`,
      '9.19877E+11',
      `+971 50 ${digitsOf(7, random)}`,
      `+1 ${digits}`,
      `(${digits.slice(0, 3)}) ${digits.slice(3)}`,
      `${digits} (home)`,
    ];
    return pick(forms, random);
  },
  email: (random) =>
    pick(
      ['a@b.in', 'A.B@Acme.Example', 'mailto:a@b.in', 'a@b', 'not given', 'a@b.in; c@d.org', 'अ@उदाहरण.भारत'],
      random,
    ),
  number: (random) => amount(random) + pick(['', '', '', ' kg', '%', '.0'], random),
  money: (random) =>
    pick(['', '₹', '₹ ', 'Rs. ', 'INR ', '-', '(', '$', 'upto '], random) +
    amount(random) +
    pick(
      [
        '',
        '',
        '/-',
        ' lakh',
        ' Cr',
        'k',
        'L',
        '-20 lakh',
        '+',
        ' only',
        ')',
        ' crore 5 lakh',
        ' lakhs 50 thousand',
      ],
      random,
    ),
  rating: (random) => pick(['3', '5', '0', '7', '★★★', '3 stars', '4/5', '4.5', 'two', '५', '3.0'], random),
  date: (random) => {
    const [day, month, year] = [digitsOf(2, random), digitsOf(2, random), `20${digitsOf(2, random)}`];
    const forms = [
      `${day}/${month}/${year}`,
      `${day}-${month}-${year} 10:30`,
      `${year}-${month}-${day}`,
      '5 Jun 2025',
      'yesterday',
      `${year}-${month}-${day}T10:30:00Z`,
      '45813',
      '1767225600000',
      `${day}.${month}.${year.slice(2)}`,
      '31/02/2026',
    ];
    return pick(forms, random);
  },
  dropdown: (random) => pick(OPTIONS, random),
  status: (random) =>
    pick(['Fresh', 'fresh', 'Lost', 'WON', 'Follow Up', 'follow-up', 'Hot', 'Junk'], random),
  lostReason: (random) =>
    pick(['Too expensive', 'too  EXPENSIVE', 'No response', 'Price', 'No respons'], random),
  tags: (random) =>
    pick(['MBA', 'MBA, BBA', 'mba;MBA|bba', 'B.Tech\nMBA', ',;', `MBA,${'y'.repeat(501)}`], random),
  website: (random) =>
    pick(
      [
        'www.acme.in',
        'acme.co.in/a',
        'HTTPS://Acme.IN',
        'acme',
        'http://शिक्षा.example',
        'a.in, b.in',
        'a@b.in',
        'ftp://a.in',
      ],
      random,
    ),
  medialink: (random) =>
    pick(
      [
        'https://drive.google.com/open?id=1',
        'C:\\a.jpg',
        'http://10.0.0.1/a',
        'acme.in/a.pdf',
        'photo.jpg',
        'file:///a',
        'http://localhost/a',
        'https://a.in/1, https://a.in/2',
        'http://nas.local/x',
      ],
      random,
    ),
  activeUsers: (random) => pick(PEOPLE, random),
};

function amount(random: () => number): string {
  const value = Math.floor(random() ** 3 * 100_000_000) / 100;
  const forms: readonly (() => string)[] = [
    () => String(value),
    () => value.toFixed(2),
    () => String(Math.floor(value)),
    () => `${value}E+05`,
    ...FORMATTERS.map((formatter) => () => formatter.format(value)),
  ];
  return pick(forms, random)();
}

const FORMATTERS = ['en-IN', 'en-US', 'de-DE', 'hi-IN-u-nu-deva'].map(
  (locale) => new Intl.NumberFormat(locale),
);

/** Blanks around, marks that come along when people copy, a letter less or more. */
function disturbed(text: string, random: () => number): string {
  const luck = random();
  if (luck < 0.75) {
    return text;
  }
  const at = Math.floor(random() * (text.length + 1));
  if (luck < 0.85) {
    return pick([` ${text}`, `${text}\u00a0`, `\u200b${text}`, `${text}\n`, `'${text}`, `"${text}"`], random);
  }
  return luck < 0.93
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + pick(Array.from('09a.,-/ @\n\0₹'), random) + text.slice(at);
}

function digitsOf(length: number, random: () => number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('');
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) {
    throw new RangeError('nothing to pick from');
  }
  return value;
}
