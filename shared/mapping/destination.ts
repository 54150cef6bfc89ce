import { unreachable } from '../unreachable.ts';
import type { Destination, Mapping, Target } from './mapping.ts';

/** A name for a destination, equal exactly where the destinations are. */
export function destinationKey(destination: Destination): string {
  switch (destination.kind) {
    case 'field':
      return `field:${destination.apiName}`;
    case 'action':
      return `action:${destination.actionId}:${destination.part}`;
    case 'action-time':
      return `action-time:${destination.actionId}`;
    default:
      return unreachable(destination);
  }
}

/** The destination of that name; `null` where no destination is called so. */
export function destinationOfKey(key: string): Destination | null {
  const [, kind, rest = ''] = /^(field|action|action-time):(.+)$/su.exec(key) ?? [];
  const [actionId = '', ...part] = rest.split(':');
  switch (kind) {
    case 'field':
      return { kind, apiName: rest };
    case 'action':
      return part.length === 0 ? null : { kind, actionId, part: part.join(':') };
    case 'action-time':
      return part.length === 0 ? { kind, actionId } : null;
    default:
      return null;
  }
}

/** Whether a column's target is this destination. */
export function goesTo(target: Target, destination: Destination): boolean {
  return target.kind !== 'not-sent' && destinationKey(target) === destinationKey(destination);
}

/** The columns that feed a destination, by their own target or a further one, in sheet order, none twice. */
export function columnsFeeding(mapping: Mapping, destination: Destination): readonly number[] {
  const own = mapping.columns.filter(({ target }) => goesTo(target, destination));
  const further = mapping.extras.filter(({ target }) => goesTo(target, destination));
  return [...new Set([...own, ...further].map(({ columnIndex }) => columnIndex))].sort(
    (one, other) => one - other,
  );
}
