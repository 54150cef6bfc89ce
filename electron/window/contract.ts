import { ipcMain, type BrowserWindow } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import type { RequestName } from '../../shared/ipc.ts';
import type { Replies } from '../../shared/replies.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Log } from '../log.ts';
import { REQUEST_NAMES } from '../request-names.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Answers one call, whatever its argument is. Never rejects. */
export type AnswerCall = (
  name: RequestName,
  argument: unknown,
) => Promise<Result<Replies[RequestName], Failure>>;

/**
 * Opens one channel for each request of the contract. Only the page of `window` is answered, anyone else is refused
 * and logged. `whenReady` gives what answers: the page is loaded at the same time, so its first calls may have to
 * wait for it.
 */
export function registerContract(whenReady: Promise<AnswerCall>, window: BrowserWindow, log: Log): void {
  for (const name of REQUEST_NAMES) {
    ipcMain.handle(name, async (event, argument: unknown) => {
      if (!isTrustedSender(event, window)) {
        log.warn(`The request ${name} came from a stranger.`);
        return failed({ kind: 'bad-request', detail: 'not our window' });
      }
      const answer = await whenReady;
      return answer(name, argument);
    });
  }
}
