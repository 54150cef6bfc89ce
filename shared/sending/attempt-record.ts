/**
 * How an attempt ended, for the record: what `judgeReply` made of it. `given-up` is an attempt that was under way when the
 * program died.
 */
export const ATTEMPT_ENDS = ['accepted', 'waits', 'rejected', 'unknown', 'given-up'] as const;
export type AttemptEnd = (typeof ATTEMPT_ENDS)[number];

/** One request for one lead, as it stands in the import's record. Nothing is ever changed or removed there. */
export type AttemptRecord = {
  readonly rowIndex: number;
  /** 1-based, as the spreadsheet program shows it. */
  readonly rowNumber: number;
  /** When the answer came, or the wait for it ended; milliseconds since 1970. */
  readonly atMs: number;
  readonly end: AttemptEnd;
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null;
  /** The server's own words or the name of the network error, bounded and redacted; `null` when there are none. */
  readonly words: string | null;
  readonly durationMs: number;
};

/** What happened to the sending of an import as a whole, in the order in which it happened. */
export const SENDING_EVENTS = [
  'started',
  'continued',
  'paused',
  'stopped',
  'taken-back',
  'retried',
  'few-sent',
  'finished',
  'interrupted',
  'looked-up',
] as const;
export type SendingEventKind = (typeof SENDING_EVENTS)[number];

/** One line of the record of an import. */
export type SendingEvent = {
  readonly atMs: number;
  readonly kind: SendingEventKind;
  /** Leads that it concerned: queued at the start, put back by a retry, interrupted by a crash; `null` where none is meant. */
  readonly leadCount: number | null;
  /** A `Failure`'s kind, where one stopped sending. */
  readonly failureKind: string | null;
};
