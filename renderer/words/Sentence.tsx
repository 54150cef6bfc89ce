import { cloneElement, Fragment, type ReactElement } from 'react';
import { takeApart, valuePlace } from '../../shared/words/marked-sentence.ts';

/** Puts the places of values into a sentence with marks: a call of `say` that the compiler checks. */
export type SaidWith<Name extends string> = (place: (name: Name) => string) => string;

/**
 * A sentence with marked parts, such as `headings in <heading>row {{row}}</heading>`: each mark becomes the element of its
 * name, with the marked words inside.
 */
export function Sentence<Name extends string>({
  said,
  values,
  parts,
}: {
  readonly said: SaidWith<Name>;
  readonly values: Readonly<Record<Name, string>>;
  readonly parts: Readonly<Record<string, ReactElement>>;
}) {
  const pieces = takeApart(said(valuePlace), new Map(Object.entries<string>(values)));
  return pieces.map(({ mark, text }, index) => {
    const part = mark === null ? undefined : parts[mark];
    // A sentence is taken apart the same way every time, so the position is the piece's name.
    // oxlint-disable-next-line react/no-array-index-key
    return <Fragment key={index}>{part === undefined ? text : cloneElement(part, undefined, text)}</Fragment>;
  });
}
