import { app, dialog } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import { failureWords } from '../../shared/words/failure-words.ts';
import type { Words } from '../../shared/words/make-words.ts';

/** Ends the program before it has a window, and says why and what to do. */
export function endForFailure(failure: Failure, { say }: Words): void {
  const { title, next, details } = failureWords(say, failure);
  dialog.showErrorBox(say('desktop.cannotStart'), [title, next, ...details].join('\n\n'));
  app.exit(1);
}

/** The same for a bug: a sentence, never a stack trace; the log has that. */
export function endForBug(logFile: string, { say }: Words): void {
  dialog.showErrorBox(say('desktop.cannotStart'), say('desktop.brokenStart', { logFile }));
  app.exit(1);
}
