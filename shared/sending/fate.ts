/**
 * Every state that a row can be in; the one word for what became of it. The position in this list is stored in journals
 * as a number, so new fates are added at the end and none is ever removed.
 */
export const FATES = [
  /** Read, not yet checked. */
  'new',
  /** Everything fits: can be sent. */
  'ready',
  /** Has a problem that nobody decided yet. */
  'problem',
  /** Another row with an equal identifier is sent in its place. */
  'duplicate',
  /** Will not be sent because the user said so. */
  'skipped',
  /** Frozen and waiting for its turn, the first time or again. */
  'queued',
  /** Its request is on the way; on disk before the request leaves. */
  'sending',
  /** Telecrm answered 2xx: accepted for processing, and nothing more. */
  'accepted',
  /** Telecrm refused this lead; its words are kept. */
  'rejected',
  /** The request left and no trustworthy answer came: it may have been accepted. */
  'unknown',
  /** Found in Telecrm afterwards. */
  'confirmed',
  /** Looked for in Telecrm afterwards and not there. */
  'not-found',
] as const;
export type Fate = (typeof FATES)[number];

/** The fates of rows that the user sent: their turn has come or will. */
export const SENT_FATES: ReadonlySet<Fate> = new Set([
  'queued',
  'sending',
  'accepted',
  'rejected',
  'unknown',
  'confirmed',
  'not-found',
]);

/** Number of rows in each fate. */
export type FateCounts = Readonly<Record<Fate, number>>;

/** Counts of a sheet without rows. */
export function noRows(): Record<Fate, number> {
  return {
    new: 0,
    ready: 0,
    problem: 0,
    duplicate: 0,
    skipped: 0,
    queued: 0,
    sending: 0,
    accepted: 0,
    rejected: 0,
    unknown: 0,
    confirmed: 0,
    'not-found': 0,
  };
}

const LEGAL_MOVES: Readonly<Record<Fate, readonly Fate[]>> = {
  new: ['ready', 'problem', 'duplicate', 'skipped'],
  ready: ['problem', 'duplicate', 'skipped', 'queued'],
  problem: ['ready', 'duplicate', 'skipped'],
  duplicate: ['ready', 'problem', 'skipped'],
  skipped: ['ready', 'problem', 'duplicate'],
  // Back to `ready` only while it never left: the user took the rest back to change something.
  queued: ['sending', 'ready'],
  sending: ['queued', 'accepted', 'rejected', 'unknown'],
  accepted: ['confirmed', 'not-found'],
  rejected: ['queued'],
  unknown: ['queued', 'confirmed', 'not-found'],
  confirmed: [],
  // Telecrm takes leads in behind its answer, so one that was not there may be found when it is looked for again.
  'not-found': ['queued', 'confirmed'],
};

/** Whether a row may go from one fate to the other (design: "The life of a row"). Staying is not a move. */
export function canMove(from: Fate, to: Fate): boolean {
  return LEGAL_MOVES[from].includes(to);
}
