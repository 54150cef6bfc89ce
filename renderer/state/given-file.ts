import { create } from 'zustand';
import type { AppSnapshot, GivenFile } from '../../shared/app-snapshot.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { findSummary, useApp } from './app-store.ts';
import { useOpenedTogether } from './opened-together.ts';
import { importOf, type Place } from './step.ts';
import { go, useView } from './view-store.ts';

/** Throwaway view state: what became of the file that came last from outside the window. */
type GivenState = {
  /** The import of the last one that was shown or told; `null` before any. */
  readonly seenId: string | null;
  /** The one that a notice tells of, because the user was in the middle of something; `null` for none. */
  readonly told: GivenFile | null;
};

export const useGiven = create<GivenState>(() => ({ seenId: null, told: null }));

/**
 * Shows a file that came from outside the window, as its user expects, or tells of it where showing it would take the
 * user away from something. Returns the function that ends it.
 */
export function followGiven(): () => void {
  const ends = [
    useApp.subscribe(({ snapshot }) => {
      if (snapshot?.given && snapshot.given.importId !== useGiven.getState().seenId) {
        receive(snapshot.given, snapshot);
      }
    }),
    useView.subscribe(({ place }) => {
      const { told } = useGiven.getState();
      // Home lists it first, and its own screens need no notice of it.
      if (told !== null && (place.kind === 'home' || importOf(place) === told.importId)) {
        useGiven.setState({ told: null });
      }
    }),
  ];
  return () => {
    for (const end of ends) {
      end();
    }
  };
}

/**
 * Whether another file may be shown without taking the user away from something: at home, while looking at what was
 * understood of a file, and when reading a report. Elsewhere a form may be half filled in, or leads are being sent.
 */
export function mayLeave(place: Place): boolean {
  switch (place.kind) {
    case 'home':
      return true;
    case 'workspace':
    case 'settings':
      return false;
    case 'import':
      return place.step === 'file' || place.step === 'report';
    default:
      return unreachable(place);
  }
}

/** Shows a given file on its File screen. */
export function showGiven({ importId, others }: GivenFile): void {
  useGiven.setState({ seenId: importId, told: null });
  useOpenedTogether.setState({ importId, others, refused: [] });
  go({ kind: 'open-import', importId, step: 'file' });
}

function receive(given: GivenFile, snapshot: AppSnapshot): void {
  const { place } = useView.getState();
  if (!mayLeave(place)) {
    useGiven.setState({ seenId: given.importId, told: given });
    return;
  }
  // Some systems start the program once for each of several files: those that flashed by are named.
  const { seenId } = useGiven.getState();
  const before = seenId !== null && importOf(place) === seenId ? findSummary(snapshot, seenId) : undefined;
  const others = before === undefined ? given.others : [before.fileName, ...given.others];
  showGiven({ ...given, others });
}
