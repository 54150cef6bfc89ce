import { app } from 'electron';
import type { Log } from '../log.ts';

/** Longest that quitting waits for the last answers. What comes later is `unknown` at the next start, never lost. */
const LONGEST_GOODBYE_MS = 15_000;

/**
 * Before the program ends, however it is ended (window closed, menu, log-off, SIGTERM), `close` is called once and waited for. Closing
 * the window ends the program on every system: what was being sent pauses and goes on when it is opened again.
 */
export function closeBeforeQuit(close: () => Promise<void>, log: Log): void {
  let goodbye: Promise<void> | null = null;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    goodbye ??= sayGoodbye(close, log);
  });
}

async function sayGoodbye(close: () => Promise<void>, log: Log): Promise<void> {
  setTimeout(() => {
    log.warn('Closing took too long.');
    app.exit(0);
  }, LONGEST_GOODBYE_MS);
  try {
    await close();
  } catch (error) {
    log.error('Closing met a bug.', error);
  }
  app.exit(0);
}
