/**
 * What one attempt did to a lead, to be committed before it is shown. The four fates are the ones that `sending` may
 * move to.
 */
export type Outcome = {
  /** 0-based position of the row among the sheet's data rows. */
  readonly rowIndex: number;
  readonly fate: 'queued' | 'accepted' | 'rejected' | 'unknown';
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null;
  /** The server's own words or the name of the network error, bounded and redacted; `null` when there are none. */
  readonly words: string | null;
  /**
   * When the lead may be sent again by itself, in milliseconds since 1970; `null` when it must not be: accepted and
   * rejected leads, and unknown ones that carry actions or were tried often enough.
   */
  readonly nextAttemptAtMs: number | null;
  /** Whether this attempt counts against the lead. Waiting for the hourly limit or for the network does not. */
  readonly isFailedAttempt: boolean;
  readonly durationMs: number;
};

/** A lead that was just committed as `sending`. */
export type QueuedLead = {
  readonly rowIndex: number;
  readonly rowNumber: number;
  /** Failed attempts before this one. */
  readonly failedAttempts: number;
  /** True when the lead carries actions, which Telecrm appends on every call, so it must not be repeated unasked. */
  readonly hasActions: boolean;
  /** The request's body, byte for byte what the preview showed. */
  readonly body: string;
};
