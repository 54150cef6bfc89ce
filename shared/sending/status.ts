import type { Failure } from '../failure.ts';
import type { FateCounts } from './fate.ts';
import type { Trouble } from './trouble.ts';

/** `even` spreads requests over the hour; `fast` sends as quickly as answers come until the hour's allowance is used. */
export const SPEEDS = ['even', 'fast'] as const;
export type Speed = (typeof SPEEDS)[number];

/** Why the sender is not sending at this moment although it should; it goes on by itself. */
export type Waiting =
  /** The hour's allowance is used up (ours, by our own record). */
  | { readonly kind: 'allowance'; readonly untilMs: number }
  /** Telecrm said 429. */
  | { readonly kind: 'slow-down'; readonly untilMs: number }
  | { readonly kind: 'offline'; readonly untilMs: number }
  /** The way to Telecrm is not as it should be. */
  | { readonly kind: Exclude<Trouble, 'offline'>; readonly untilMs: number }
  /** Everything left is a repeat whose time has not come. */
  | { readonly kind: 'repeat'; readonly untilMs: number };

/** What the sender is doing. */
export type SenderState =
  | { readonly kind: 'running'; readonly waiting: Waiting | null }
  | { readonly kind: 'pausing' }
  /** The first few leads are through and the rest waits until the user has looked at them in Telecrm and goes on. */
  | { readonly kind: 'few-sent'; readonly rowNumbers: readonly number[] }
  | { readonly kind: 'paused' }
  | { readonly kind: 'stopped'; readonly failure: Failure }
  | { readonly kind: 'finished' };

/** A snapshot of the sender, whole in itself; pushed at most ten times a second. */
export type SendingStatus = {
  readonly importId: string;
  readonly state: SenderState;
  readonly speed: Speed;
  readonly counts: FateCounts;
  /** Leads that this import set out to send: queued, sending, accepted, rejected, unknown and what became of them. */
  readonly total: number;
  /** Requests in the last hour with this token, by our record. */
  readonly usedThisHour: number;
  /** What we allow ourselves in an hour, after the share that is kept free. */
  readonly limitPerHour: number;
  /** When the next request of the hour frees, milliseconds since 1970; `null` while none is used. */
  readonly freesAtMs: number | null;
  /** When the last lead will be done, milliseconds since 1970; `null` until it can be told from a real rate. */
  readonly finishAtMs: number | null;
  /** Whether Telecrm asked for less (429) and the pace has not recovered yet; there may be no wait at this moment. */
  readonly isSlowed: boolean;
  /** Leads accepted in a minute, measured over at least 20 s of sending; 0 until then, and while it waits. */
  readonly leadsPerMinute: number;
};
