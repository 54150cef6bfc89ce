import { create } from 'zustand';
import { reduce, type Move, type Place } from './step.ts';

/** Throwaway view state: where the user is. Lost on reload, and nothing is lost with it. */
type ViewState = {
  readonly place: Place;
};

export const useView = create<ViewState>(() => ({ place: { kind: 'home' } }));

/** Moves the user to another place. */
export function go(move: Move): void {
  useView.setState(({ place }) => ({ place: reduce(place, move) }));
}
