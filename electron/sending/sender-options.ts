import { SEND_LIMIT_PER_HOUR } from '../../shared/sending/rolling-window.ts';
import type { SendingStatus, Speed } from '../../shared/sending/status.ts';
import type { AllowanceRecord, Clock, LeadQueue, LeadSink } from './ports.ts';

export type SenderOptions = {
  readonly importId: string;
  readonly speed: Speed;
  /** What we allow ourselves in any rolling hour, 1 to 18,000 (the default), which is also the most whatever is given. */
  readonly limitPerHour?: number;
  /** Requests under way together, at least 1; 16 unless given. */
  readonly maxInFlight?: number;
  /** After how many milliseconds a request is given up; 30,000 unless given. */
  readonly requestTimeoutMs?: number;
  /** How long `stop` waits for answers under way before it gives them up, in milliseconds; 5,000 unless given. */
  readonly stopWaitMs?: number;
};

/** What holds where the options say nothing. */
export const DEFAULT_SENDER_OPTIONS = {
  limitPerHour: SEND_LIMIT_PER_HOUR,
  maxInFlight: 16,
  requestTimeoutMs: 30_000,
  stopWaitMs: 5_000,
} as const;

/** What the sender works with: values and ports, so that tests and the command line plug in their own. */
export type SenderParts = {
  readonly queue: LeadQueue;
  readonly sink: LeadSink;
  readonly allowance: AllowanceRecord;
  readonly clock: Clock;
  /** 0 to 1; spreads waits. */
  readonly random: () => number;
  readonly options: SenderOptions;
  /** Called with whole snapshots: at once when the state changes, otherwise at most ten times a second. */
  readonly onStatus: (status: SendingStatus) => void;
};
