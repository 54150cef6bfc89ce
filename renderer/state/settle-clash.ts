import type { Destination, Join, Mapping } from '../../shared/mapping/mapping.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { feedFrom, giveDestination, joinInto } from './change-mapping.ts';

/** A column that was sent to a place which others feed already. */
export type Clash = {
  /** With the action planned in it that the destination may need. */
  readonly mapping: Mapping;
  readonly destination: Destination;
  readonly columnIndex: number;
  /** Those that feed it already, at least one. */
  readonly others: readonly number[];
  /** Whether the place was chosen as the column's own, or as one more besides the one that it keeps. */
  readonly place: 'own' | 'further';
};

/** What the user chose: one of the columns alone, or all of them together. */
export type ClashAnswer =
  | { readonly kind: 'only'; readonly columnIndex: number }
  | { readonly kind: 'together'; readonly how: Join['how'] };

/** The mapping after the user's answer. Where else a column goes is not touched by it. */
export function settleClash(clash: Clash, answer: ClashAnswer): Mapping {
  const { mapping, destination, columnIndex, place } = clash;
  switch (answer.kind) {
    case 'only':
      return answer.columnIndex === columnIndex && place === 'own'
        ? giveDestination(mapping, columnIndex, destination)
        : feedFrom(mapping, destination, answer.columnIndex);
    case 'together':
      return joinInto(mapping, columnIndex, destination, { how: answer.how, separator: ' ' }, place);
    default:
      return unreachable(answer);
  }
}
