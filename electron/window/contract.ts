import { ipcMain, type BrowserWindow } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import { requests, type Replies, type RequestName } from '../../shared/ipc.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Log } from '../log.ts';
import { answerCall, type Handlers } from './answer-call.ts';
import { isTrustedSender } from './trusted-sender.ts';

type Answer = Result<Replies[RequestName], Failure>;

/** Opens one channel for each request of the contract. Only the page of `window()` is answered; anyone else is refused and logged. */
export function registerContract(handlers: Handlers, window: () => BrowserWindow | null, log: Log): void {
  for (const name of Object.keys(requests).filter(isRequestName)) {
    ipcMain.handle(name, (event, argument: unknown): Answer | Promise<Answer> => {
      if (!isTrustedSender(event, window())) {
        log.warn(`The request ${name} came from a stranger.`);
        return failed({ kind: 'bad-request', detail: 'not our window' });
      }
      return answerCall(handlers, name, argument, log);
    });
  }
}

function isRequestName(name: string): name is RequestName {
  return name in requests;
}
