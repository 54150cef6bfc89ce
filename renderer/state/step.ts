import { unreachable } from '../../shared/unreachable.ts';

/** The steps of an import, in the order in which people take them. */
export const STEPS = ['file', 'match', 'fix', 'send', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** Home, or a step of one import. */
export type WorkPlace =
  { readonly kind: 'home' } | { readonly kind: 'import'; readonly importId: string; readonly step: Step };

/** Where the user is. Workspace and settings remember where they were opened from, so that leaving them loses nothing. */
export type Place =
  | WorkPlace
  | { readonly kind: 'workspace'; readonly workspaceId: string; readonly cameFrom: WorkPlace }
  | { readonly kind: 'settings'; readonly cameFrom: WorkPlace };

/** What moves the user from place to place. */
export type Move =
  | { readonly kind: 'go-home' }
  | { readonly kind: 'open-import'; readonly importId: string; readonly step: Step }
  | { readonly kind: 'go-to-step'; readonly step: Step }
  | { readonly kind: 'open-workspace'; readonly workspaceId: string }
  | { readonly kind: 'leave-workspace' }
  | { readonly kind: 'open-settings' }
  | { readonly kind: 'leave-settings' }
  /** The import is no longer on this machine. */
  | { readonly kind: 'import-gone'; readonly importId: string };

/** Where a move leads. A move that makes no sense in a place (a step without an import) changes nothing. */
export function reduce(place: Place, move: Move): Place {
  switch (move.kind) {
    case 'go-home':
      return { kind: 'home' };
    case 'open-import':
      return { kind: 'import', importId: move.importId, step: move.step };
    case 'go-to-step': {
      const work = workOf(place);
      return work.kind === 'import' ? { ...work, step: move.step } : place;
    }
    case 'open-workspace':
      return { kind: 'workspace', workspaceId: move.workspaceId, cameFrom: workOf(place) };
    case 'open-settings':
      return { kind: 'settings', cameFrom: workOf(place) };
    case 'leave-settings':
    case 'leave-workspace':
      return workOf(place);
    case 'import-gone':
      return withoutImport(place, move.importId);
    default:
      return unreachable(move);
  }
}

/** The import that the user is at, also while the workspace screen covers it; `null` at home. */
export function importOf(place: Place): string | null {
  const work = workOf(place);
  return work.kind === 'import' ? work.importId : null;
}

function workOf(place: Place): WorkPlace {
  return place.kind === 'workspace' || place.kind === 'settings' ? place.cameFrom : place;
}

function withoutImport(place: Place, importId: string): Place {
  if (importOf(place) !== importId) {
    return place;
  }
  return place.kind === 'workspace' || place.kind === 'settings'
    ? { ...place, cameFrom: { kind: 'home' } }
    : { kind: 'home' };
}
