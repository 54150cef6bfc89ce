import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The columns of the benchmark's file: what people have, in the spellings of `leads-messy.csv`. */
export const LEADS_HEADINGS = [
  'Full Name',
  'Mobile No.',
  'E-mail ID',
  'Lead Status',
  'Stars',
  'Owner',
  'City',
  'Budget',
  'Enquiry Date',
  'Interested In',
  'Source',
  'Remarks',
] as const;

const FIRST = [
  'Aarav',
  'Priya',
  'राहुल',
  'Zoë',
  'Imran',
  'Lakshmi',
  'Harpreet',
  "D'Souza Anil",
  'Sneha',
  'सुनीता',
];
const LAST = ['Sharma', 'Verma', 'Patel', 'Fernandes', 'कुमार', 'Iyer', 'Reddy', 'Khan'];
const STATUS = ['Fresh', 'Follow Up', 'Interested', 'Won', 'Lost'];
const CITY = ['Pune', 'New Delhi', 'Surat', 'Bengaluru', 'Jaipur'];
const TAGS = ['MBA; Weekend', 'BBA', '"MBA, Executive"', 'B.Tech;MBA', ''];
const REMARKS = [
  '"Said ""call me tomorrow"""',
  '"line one\nline two"',
  'मुझे कॉल करें',
  '',
  '"Wants callback, after 6pm"',
];
const OWNER = ['asha@acme.example', 'ravi@acme.example', 'team.lead@acme.example'];

/**
 * Makes the benchmark's CSV file of `rowCount` leads at `path` if it is not there: always the same bytes, about 160 bytes a
 * row, three of four rows with a quoted cell, one in fifty with a value that cannot go, one in a hundred a duplicate.
 */
export function makeLeadsFile(
  path: string,
  rowCount: number,
): { readonly path: string; readonly sizeBytes: number } {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(`${path}.part`, 'w');
    const random = mulberry32(20_260_514);
    let text = `${LEADS_HEADINGS.join(',')}\n`;
    for (let index = 0; index < rowCount; index++) {
      text += line(index, random);
      if (text.length > 1_000_000) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  return { path, sizeBytes: statSync(path).size };
}

function line(index: number, random: () => number): string {
  function pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(random() * values.length)] as Value;
  }
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  return `${[
    `${pick(FIRST)} ${pick(LAST)}`,
    phone(index, random),
    random() < 0.02 ? 'not given' : `lead.${index}@example.org`,
    pick(STATUS),
    String(1 + Math.floor(random() * 5)),
    pick(OWNER),
    pick(CITY),
    String(Math.floor(random() * 200) * 5000),
    `${day}/${month}/2026`,
    pick(TAGS),
    pick(['Facebook', 'Walk-in', 'Website']),
    pick(REMARKS),
  ].join(',')}\n`;
}

function phone(index: number, random: () => number): string {
  const person = random() < 0.01 ? Math.floor(random() * (index + 1)) : index;
  const digits = String(7_000_000_000 + ((person * 2_654_435_761) % 2_999_999_999));
  const style = random();
  if (style < 0.5) {
    return digits;
  }
  if (style < 0.7) {
    return `91${digits}`;
  }
  if (style < 0.8) {
    return `+91 ${digits.slice(0, 5)} ${digits.slice(5)}`;
  }
  if (style < 0.9) {
    return `0${digits}`;
  }
  return style < 0.98 ? `+91-${digits}` : '12345';
}

/** A small generator with a seed (public domain, Tommy Ettinger), so that every machine makes the same file. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
