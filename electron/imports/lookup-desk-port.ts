import type { Failure } from '../../shared/failure.ts';
import type { LookupPage } from '../../shared/replies.ts';
import type { Finding, LookupPurpose, LookupStatus } from '../../shared/lookup/lookup.ts';
import type { Result } from '../../shared/result.ts';

type Answered<Value> = Promise<Result<Value, Failure>>;

/**
 * Asks Telecrm which leads of an import it has, in the background and at its own pace, so that sending is never in its way.
 * What was found is in the import's journal before it is shown.
 */
export interface LookupDesk {
  /**
   * Begins. `sampleSize` rows spread over the sheet, `null` for all that there are. Answers as soon as it has begun; how it
   * goes on is told by `statuses`. One that was stopped and looks for leads that were sent goes on where it stopped; any
   * other begins anew. A second call while it runs changes nothing.
   */
  start(importId: string, purpose: LookupPurpose, sampleSize: number | null): Answered<null>;
  /** Stops what runs for this import and waits for it. What was found stays. Idempotent. */
  stop(importId: string): Answered<null>;
  /** Rows of the newest lookup for this purpose, in sheet order; without `findings` all of them. */
  page(
    importId: string,
    purpose: LookupPurpose,
    findings: readonly Finding[],
    place: { readonly offset: number; readonly limit: number },
  ): Answered<LookupPage>;
  /** The newest lookup of each import and purpose that is known since the program started. */
  statuses(): readonly LookupStatus[];
  /** Takes up what the journal of an import says of earlier lookups, so that `statuses` tells of them again. */
  recall(importId: string): Promise<void>;
  /** Forgets the lookups of an import that is deleted or read anew, after stopping them. */
  forget(importId: string): Promise<void>;
  /** Calls `listener` after anything above changed; returns the function that ends it. */
  onChange(listener: () => void): () => void;
  /** Stops everything and waits for it. Idempotent. */
  close(): Promise<void>;
}
