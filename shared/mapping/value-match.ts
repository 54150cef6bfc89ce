import { findField, type Catalog, type Field } from '../catalog/field.ts';
import { websiteCleaner } from '../cleaning/clean-website.ts';
import { plainText } from '../cleaning/plain-text.ts';
import { cellKind } from '../sheet/cell-kind.ts';
import { phoneLikeness } from '../sheet/phone-likeness.ts';
import { normaliseHeading } from './normalise-heading.ts';
import { isAboutSomethingElse } from './other-things.ts';

/** A field whose values a column seems to hold. */
export type ValueMatch = {
  readonly field: Field;
  /** Share of the filled cells that look like the field's values, 0 to 1. */
  readonly share: number;
};

/**
 * The standard phone or e-mail field, when most of a column's values look like it and hardly repeat. For columns whose
 * heading says nothing (or is missing); one whose heading speaks of somebody or something else, or of a second number,
 * is left alone. A column without any heading may also be the only website field.
 */
export function matchValues(
  heading: string,
  cells: readonly string[],
  catalog: Catalog,
): readonly ValueMatch[] {
  const { text, ordinal } = normaliseHeading(heading);
  if (isAboutSomethingElse(text) || (ordinal !== null && ordinal > 1)) {
    return [];
  }
  const values = cells.map(plainText).filter((value) => cellKind(value) !== 'empty');
  if (values.length === 0 || new Set(values).size * 2 < values.length) {
    return [];
  }
  const looks = text === '' ? [...LOOKS, ...websiteLook(catalog)] : LOOKS;
  return looks.flatMap(({ apiName, looksRight }) => {
    const field = findField(catalog, apiName);
    const share = values.filter(looksRight).length / values.length;
    return field === undefined || share < SMALLEST_SHARE ? [] : [{ field, share }];
  });
}

/** With less the column might be remarks in which people leave numbers. */
const SMALLEST_SHARE = 0.6;

type Look = { readonly apiName: string; readonly looksRight: (value: string) => boolean };

const LOOKS: readonly Look[] = [
  { apiName: 'phone', looksRight: (value) => phoneLikeness(value) === 'sure' },
  { apiName: 'email', looksRight: (value) => cellKind(value) === 'email' },
];

/** Under a heading web addresses may be anything ("LinkedIn"). */
function websiteLook({ fields }: Catalog): readonly Look[] {
  const [field, ...others] = fields.filter(({ type }) => type === 'website');
  const clean = websiteCleaner();
  return field === undefined || others.length > 0
    ? []
    : [{ apiName: field.apiName, looksRight: (value) => clean(value).kind === 'value' }];
}
