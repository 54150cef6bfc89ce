import type { FateCounts } from '../../shared/sending/fate.ts';
import type { Outcome, QueuedLead } from '../../shared/sending/outcome.ts';
import type { Reply } from '../../shared/sending/reply.ts';

/** The leads of one import, as the sender sees them. Implemented by the journal. */
export interface LeadQueue {
  /**
   * Commits up to `count` leads that are due at `nowMs` (waiting repeats first, then rows in sheet order) as `sending` and
   * returns them. When it returns, the commit is on disk. Empty when nothing is due.
   */
  take(count: number, nowMs: number): readonly QueuedLead[];
  /** Commits outcomes of leads that were taken. When it returns, they are on disk. Throws on an illegal move. */
  record(outcomes: readonly Outcome[]): void;
  /** Counts of all rows of the import; cheap. */
  counts(): FateCounts;
  /** Earliest time at which a lead is due: 0 when one is due already, `null` when none is left to send. */
  nextDueAtMs(): number | null;
}

/** Where leads go: Telecrm's Async API, or the practice server that speaks like it. */
export interface LeadSink {
  /**
   * One request. Never rejects: every way in which it can end is a `Reply`. Aborting `signal` ends it soon, as `no-answer`, or
   * as `not-sent` while there is no connection.
   */
  send(body: string, signal: AbortSignal): Promise<Reply>;
}

/** The record of requests of the last hour for one token. Implemented by the global journal. */
export interface AllowanceRecord {
  /** Times of requests, ascending, milliseconds since 1970, those older than an hour before `nowMs` left out. */
  load(nowMs: number): readonly number[];
  /** Commits that `count` requests leave at `atMs`. When it returns, it is on disk. */
  add(atMs: number, count: number): void;
}

/** Time, handed in so that tests own it. */
export interface Clock {
  /** Whole milliseconds since 1970 by the system's clock, which people and time servers may set. */
  wallMs(): number;
  /** Milliseconds that only ever grow and that nobody can set; its zero means nothing. Includes time asleep if it can. */
  monotonicMs(): number;
  /** Resolves after `delayMs`, or as soon as `signal` is aborted. Never rejects. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>;
}

/**
 * What happens to the computer in the hours that a run takes. `suspending`: it falls asleep in a moment. `resumed`: it woke up.
 * `online`: it has a network again, or another one. `ending`: it shuts down or the user logs off, and a few seconds are left.
 */
export type SystemEvent = 'suspending' | 'resumed' | 'online' | 'ending';

/** The system as the sender's desk hears of it. Implemented by the window's main process; the command line has none. */
export interface SystemEvents {
  /** Calls `listener` with every event from now on; returns the function that ends it. */
  onEvent(listener: (event: SystemEvent) => void): () => void;
}
