import { app } from 'electron';
import type { Log } from '../log.ts';

/** Longest that quitting waits for the last answers. What comes later is `unknown` at the next start, never lost. */
const LONGEST_GOODBYE_MS = 15_000;

/** How a session's end, a terminal or a service manager asks a program to end. */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Nothing is asked before: what was being sent pauses, and nothing of it can be lost.
 *
 * Before the program ends, however it is ended (window closed, menu, log-off, SIGTERM), each of
 * `closers` is called once, in this order, and waited for. Closing
 * the window ends the program on every system: what was being sent pauses and goes on when it is opened again.
 */
export function closeBeforeQuit(closers: ReadonlyArray<() => Promise<void>>, log: Log): void {
  let goodbye: Promise<void> | null = null;
  app.on('window-all-closed', () => {
    app.quit();
  });
  for (const signal of ENDING_SIGNALS) {
    // What electron-store writes its file with listens as well, and would end the process at once.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      app.quit();
    });
  }
  app.on('will-quit', (event) => {
    event.preventDefault();
    goodbye ??= sayGoodbye(closers, log);
  });
}

async function sayGoodbye(closers: ReadonlyArray<() => Promise<void>>, log: Log): Promise<void> {
  setTimeout(() => {
    log.warn('Closing took too long.');
    app.exit(0);
  }, LONGEST_GOODBYE_MS);
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      log.error('Closing met a bug.', error);
    }
  }
  log.info('Ended.');
  app.exit(0);
}
