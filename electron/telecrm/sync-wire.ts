import { z } from 'zod';
import type { CatalogNote } from '../../shared/catalog/catalog-note.ts';
import { FIELD_TYPES, type FieldType } from '../../shared/catalog/field.ts';

/**
 * Reading the Sync API's answers leniently: it is documented in part, and other forms of the same lists were seen. Only what
 * is needed must be there; unknown parts are passed over; one item that is not understood does not spoil its list.
 */
const objectSchema = z.record(z.string(), z.unknown());
const listSchema = z.array(z.unknown());

/** An object of unknown content, or `null` for anything else. */
export function objectIn(json: unknown): Readonly<Record<string, unknown>> | null {
  return Array.isArray(json) ? null : (objectSchema.safeParse(json).data ?? null);
}

/** The list of an answer: itself, or under one of these names, or under one of them within `data`. `null` where there is none. */
export function listIn(json: unknown, names: readonly string[]): readonly unknown[] | null {
  const own = listSchema.safeParse(json).data;
  if (own !== undefined) {
    return own;
  }
  const object = objectIn(json);
  if (object === null) {
    return null;
  }
  for (const name of [...names, 'data']) {
    const found = listSchema.safeParse(object[name]).data;
    if (found !== undefined) {
      return found;
    }
  }
  const data = objectIn(object['data']);
  return data === null ? null : listIn(data, names);
}

/**
 * Whether an answer is an empty list and nothing else, which Telecrm answers to nothing: its lists have a name. Other programs
 * answer so to what they do not know, and it must not pass for "there is none".
 */
export function isBareNothing(json: unknown): boolean {
  return Array.isArray(json) && json.length === 0;
}

/** Text, a number as text, or `null`. Outer blanks are no part of a name. */
export function textIn(json: unknown): string | null {
  const text = typeof json === 'number' ? String(json) : json;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** The first of these parts of an object that is text. */
export function firstTextIn(
  object: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | null {
  for (const name of names) {
    const text = textIn(object[name]);
    if (text !== null) {
      return text;
    }
  }
  return null;
}

/** Longest label of an option that a workspace keeps, and most of them in one list. */
const LONGEST_LABEL = 500;
const MOST_LABELS = 10_000;

/** Is told how many labels were not taken over; only when there are such. */
export type OnLeftOut = (count: number) => void;

/**
 * The labels of a list of options, each once: bare labels, or objects with one. `null` where it is no list. Labels that are too
 * long, and those beyond the first 10,000, are left out and told.
 */
export function labelsIn(json: unknown, onLeftOut: OnLeftOut): readonly string[] | null {
  const list = listSchema.safeParse(json).data;
  if (list === undefined) {
    return null;
  }
  return keptLabels(
    list.flatMap((item) => labelIn(item) ?? []),
    onLeftOut,
  );
}

/** Each label once, as many as a workspace keeps. */
export function keptLabels(labels: readonly string[], onLeftOut: OnLeftOut): readonly string[] {
  const all = [...new Set(labels)];
  const kept = all.filter((label) => label.length <= LONGEST_LABEL).slice(0, MOST_LABELS);
  if (kept.length < all.length) {
    onLeftOut(all.length - kept.length);
  }
  return kept;
}

/** Notes the labels of a field that are left out. */
export function labelsNote(notes: CatalogNote[], apiName: string): OnLeftOut {
  return (count) => {
    notes.push({ kind: 'labels-left-out', apiName, count });
  };
}

/** The label of an option, status or lost reason. Exactly as written: outer blanks may be part of it. */
export function labelIn(item: unknown): string | null {
  if (typeof item === 'string' || typeof item === 'number') {
    return String(item).trim() === '' ? null : String(item);
  }
  const object = objectIn(item);
  for (const name of ['label', 'reasonLabel', 'name', 'value', 'title']) {
    const found = object?.[name];
    if (typeof found === 'string' && found.trim() !== '') {
      return found;
    }
  }
  return null;
}

const TYPES = new Map<string, FieldType>(FIELD_TYPES.map((type) => [type.toLowerCase(), type]));

/** Telecrm's name of a type as ours, ignoring case, `_` and `-`; `null` for one that is not known here. */
export function typeIn(name: string): FieldType | null {
  return TYPES.get(name.toLowerCase().replaceAll(/[\s_-]/gu, '')) ?? null;
}
