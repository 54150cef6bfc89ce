import { FIELD_TYPES, LONGEST_OPTION_LABEL, MOST_OPTIONS, type Field, type FieldType } from './field.ts';

/** A line of a pasted list that could not be taken as it stands. */
export type FieldLineProblem = {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /**
   * `type-unknown` fields are taken as text, those with `options-left-out` without the options that a list cannot keep; the
   * other lines are not taken at all.
   */
  readonly kind: 'name-wrong' | 'name-twice' | 'type-unknown' | 'options-left-out';
};

/** One field of a pasted list. */
export type ListedField = Pick<Field, 'apiName' | 'label' | 'type' | 'options'> & {
  /** A `*` stood before the name: for fields of actions, which can be needed. */
  readonly isNeeded: boolean;
};

/** What a pasted list holds. */
export type FieldList = {
  readonly fields: readonly ListedField[];
  readonly problems: readonly FieldLineProblem[];
};

/**
 * Reads a list of fields as people paste it from a spreadsheet or type it: one a line; API name, label, type and options,
 * parted by tabs (or, where a line has none, by semicolons or commas). All but the name may be missing. Options are parted by `|`
 * or stand in further cells. A first line of headings ("API name") is passed over. Types are understood by Telecrm's
 * names in any case, with or without blanks, `_` and `-` ("Lost Reason", "ACTIVE_USERS").
 */
export function parseFieldList(text: string): FieldList {
  const fields: ListedField[] = [];
  const problems: FieldLineProblem[] = [];
  const names = new Set<string>();
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const line = index + 1;
    const [first = '', label = '', type = '', ...options] = cellsOf(raw);
    const isNeeded = first.startsWith('*');
    const apiName = first.replace(/^\*\s*/u, '').trim();
    if (apiName === '' || (line === 1 && /^api\s?name$|^name in telecrm$/iu.test(apiName))) {
      continue;
    }
    if (/[\s"'{}[\]\\]/u.test(apiName) || apiName.length > LONGEST_NAME) {
      problems.push({ line, text: apiName, kind: 'name-wrong' });
      continue;
    }
    if (names.has(apiName)) {
      problems.push({ line, text: apiName, kind: 'name-twice' });
      continue;
    }
    names.add(apiName);
    const known = fieldTypeNamed(type);
    if (known === null) {
      problems.push({ line, text: type, kind: 'type-unknown' });
    }
    const all = optionsOf(options);
    const kept = all.filter((option) => option.length <= LONGEST_OPTION_LABEL).slice(0, MOST_OPTIONS);
    if (kept.length < all.length) {
      problems.push({ line, text: apiName, kind: 'options-left-out' });
    }
    fields.push({
      apiName,
      label: (label === '' ? apiName : label).slice(0, LONGEST_NAME),
      type: known ?? 'text',
      options: kept.length === 0 ? null : kept,
      isNeeded,
    });
  }
  return { fields, problems };
}

/** As in the schema of a field. */
const LONGEST_NAME = 200;

/** The type with this name; `text` for none, `null` for one that is not known. */
export function fieldTypeNamed(name: string): FieldType | null {
  const plain = plainName(name);
  return plain === '' ? 'text' : (BY_PLAIN_NAME.get(plain) ?? null);
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/gu, '');
}

/** Telecrm's names, and what people write in their place. */
const BY_PLAIN_NAME = new Map<string, FieldType>([
  ...FIELD_TYPES.map((type): [string, FieldType] => [plainName(type), type]),
  ['string', 'text'],
  ['mobile', 'phone'],
  ['phonenumber', 'phone'],
  ['emailaddress', 'email'],
  ['integer', 'number'],
  ['decimal', 'number'],
  ['currency', 'money'],
  ['amount', 'money'],
  ['amountofmoney', 'money'],
  ['datetime', 'date'],
  ['select', 'dropdown'],
  ['list', 'dropdown'],
  ['singleselect', 'dropdown'],
  ['tag', 'tags'],
  ['multiselect', 'tags'],
  ['stars', 'rating'],
  ['url', 'website'],
  ['link', 'website'],
  ['file', 'medialink'],
  ['media', 'medialink'],
  ['linktoafile', 'medialink'],
  ['user', 'activeUsers'],
  ['users', 'activeUsers'],
  ['teammember', 'activeUsers'],
  ['employee', 'activeUsers'],
]);

function cellsOf(line: string): readonly string[] {
  const separator = ['\t', ';', ','].find((one) => line.includes(one)) ?? '\t';
  return line.split(separator).map((cell) => cell.trim());
}

function optionsOf(cells: readonly string[]): readonly string[] {
  const options = cells.flatMap((cell) => cell.split('|')).map((option) => option.trim());
  return [...new Set(options.filter((option) => option !== ''))];
}
