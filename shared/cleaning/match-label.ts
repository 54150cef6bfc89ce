/** Finds the option that a text names; `undefined` when it names none, or two that differ only in case or blanks. */
export type MatchLabel = (text: string) => string | undefined;

/**
 * Prepares the look-up of a field's labels. An exact label matches first, otherwise one that is equal but for case and
 * blanks; the answer is always the label exactly as Telecrm has it, because Telecrm compares exactly.
 */
export function matchLabel(labels: readonly string[]): MatchLabel {
  const exact = new Set(labels);
  const folded = new Map<string, string | null>();
  for (const label of exact) {
    const key = foldLabel(label);
    folded.set(key, folded.has(key) ? null : label);
  }
  return (text) => (exact.has(text) ? text : (folded.get(foldLabel(text)) ?? undefined));
}

/** A text as labels are compared: trimmed, blanks single, lower case, accents in one form. */
export function foldLabel(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
