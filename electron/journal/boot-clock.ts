import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** The time since this machine started, which nobody can set; see `age-of-request.ts`. */
export type BootClock = {
  readonly uptimeMs: () => number;
  /** Names this start of the machine; `null` where the system does not name them. */
  readonly bootId: string | null;
};

/** Linux names every start of the machine; Windows and macOS only say how long ago it was. */
const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';

/** This machine's. */
export function systemBootClock(): BootClock {
  return { uptimeMs: () => uptime() * 1000, bootId: readBootId() };
}

function readBootId(): string | null {
  if (process.platform !== 'linux') {
    return null;
  }
  try {
    return readFileSync(BOOT_ID_FILE, 'utf8').trim();
  } catch {
    // A container may hide it; then the wall clock is believed only as far as the uptime bears it out.
    return null;
  }
}
