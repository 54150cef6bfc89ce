import type { GlobalJournal } from '../journal/global-journal.ts';
import type { AllowanceRecord } from '../sending/ports.ts';

/** What the record of a run's requests follows. */
export type FollowedToken = {
  readonly global: GlobalJournal;
  /** The token that the run began with. */
  readonly token: string;
  /** The token as it is now. */
  readonly readToken: () => string | null;
  /** Called when a request left with another token than the run began with: its allowance is another one. */
  readonly onOther: () => void;
};

/**
 * The record of requests for a run during which the user may replace the token. A request that leaves with the new one is
 * filed under both, so that neither is ever thought to have more left than it has.
 */
export function followedAllowance({ global, token, readToken, onOther }: FollowedToken): AllowanceRecord {
  const own = global.allowanceOf(token);
  return {
    load: (nowMs) => own.load(nowMs),
    add: (atMs, count) => {
      own.add(atMs, count);
      const present = readToken();
      if (present !== null && present !== token) {
        global.allowanceOf(present).add(atMs, count);
        onOther();
      }
    },
  };
}
