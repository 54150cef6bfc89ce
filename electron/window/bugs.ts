import type { Log } from '../log.ts';

/**
 * The one place where bugs of the main process arrive: they are logged, and sending is stopped before the program
 * goes on, because nobody knows any more what is true in memory (what is on disk is).
 */
export function catchBugs(log: Log, stopSending: () => Promise<unknown>): void {
  process.on('uncaughtException', (error) => {
    void caught('An exception that nobody caught.', error, log, stopSending);
  });
  process.on('unhandledRejection', (reason) => {
    void caught('A rejection that nobody handled.', reason, log, stopSending);
  });
}

/** Never rejects, which is why nobody has to wait for it. */
async function caught(
  sentence: string,
  cause: unknown,
  log: Log,
  stopSending: () => Promise<unknown>,
): Promise<void> {
  log.error(sentence, cause);
  try {
    await stopSending();
  } catch (error) {
    log.error('Stopping after a bug met another.', error);
  }
}
