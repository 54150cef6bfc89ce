import type { ReactElement } from 'react';
import { Trans } from 'react-i18next';
import type { RichKey } from './rich-key.ts';

/**
 * A sentence with marked parts, such as `headings in <heading>row {{row}}</heading>`: each mark becomes the element of its
 * name, with the marked words inside. Values are text even where they look like marks (a file may be called `<b>.csv`).
 */
export function Sentence<Key extends RichKey>({
  say,
  values,
  parts,
}: {
  readonly say: Key;
  readonly values: Readonly<Record<string, string | number>>;
  readonly parts: Readonly<Record<string, ReactElement>>;
}) {
  return (
    <Trans
      i18nKey={say}
      components={parts}
      // Escaped before the marks are looked for and taken back after.
      tOptions={{ ...values, interpolation: { escapeValue: true } }}
      shouldUnescape
    />
  );
}
