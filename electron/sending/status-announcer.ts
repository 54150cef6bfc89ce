import type { SendingStatus } from '../../shared/sending/status.ts';

/** At most ten snapshots a second. */
const SHORTEST_GAP_MS = 100;
/** While nothing happens, so that a rate per minute does not stand still. */
const HEARTBEAT_MS = 5_000;

/** Decides when a snapshot is handed on: at once when the state changed, otherwise gathered. Times are monotonic. */
export class StatusAnnouncer {
  readonly #onStatus: (status: SendingStatus) => void;
  readonly #read: () => SendingStatus;
  #announcedAtMs = -Infinity;
  #hasNews = true;

  /** `read` makes the snapshot, and is asked only when one is handed on. */
  constructor(read: () => SendingStatus, onStatus: (status: SendingStatus) => void) {
    this.#read = read;
    this.#onStatus = onStatus;
  }

  /** There is something new to show, in its time. */
  note(): void {
    this.#hasNews = true;
  }

  /** Hands on a snapshot if one is due. */
  announceIfDue(nowMs: number): void {
    if (nowMs >= this.dueAtMs()) {
      this.announce(nowMs);
    }
  }

  /** Hands on a snapshot now. */
  announce(nowMs: number): void {
    this.#hasNews = false;
    this.#announcedAtMs = nowMs;
    this.#onStatus(this.#read());
  }

  /** When the next snapshot is due. */
  dueAtMs(): number {
    return this.#announcedAtMs + (this.#hasNews ? SHORTEST_GAP_MS : HEARTBEAT_MS);
  }
}
