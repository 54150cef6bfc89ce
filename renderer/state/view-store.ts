import { create } from 'zustand';
import { reduce, type Move, type Place } from './step.ts';

/** Throwaway view state: where the user is. Lost on reload, and nothing is lost with it. */
type ViewState = {
  readonly place: Place;
};

export const useView = create<ViewState>(() => ({ place: { kind: 'home' } }));

/** Asked before the user leaves a place; `true` keeps the user there for now. */
type Guard = (move: Move) => boolean;

let guard: Guard | null = null;

/** Lets a screen with unsaved changes ask before it is left. Returns the function that ends it. */
export function guardLeaving(asked: Guard): () => void {
  guard = asked;
  return () => {
    if (guard === asked) {
      guard = null;
    }
  };
}

/** Moves the user to another place, unless the present one has a question first. */
export function go(move: Move): void {
  const { place } = useView.getState();
  const next = reduce(place, move);
  if (guard === null || isSameScreen(place, next) || !guard(move)) {
    useView.setState({ place: next });
  }
}

/** The same after its question was answered. */
export function goAnyway(move: Move): void {
  useView.setState(({ place }) => ({ place: reduce(place, move) }));
}

/** Only a workspace has anything to lose: its screen is left for another kind of place, or for another workspace. */
function isSameScreen(place: Place, next: Place): boolean {
  return place.kind === 'workspace' && next.kind === 'workspace' && place.workspaceId === next.workspaceId;
}
