import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { isPageAddress } from './page-address.ts';

/**
 * Whether a call comes from the page of our own window: from its main frame, while that shows one of our files. The
 * page cannot navigate or hold frames, so anything else is an intruder.
 */
export function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    !window.isDestroyed() &&
    frame === window.webContents.mainFrame &&
    isPageAddress(frame.url)
  );
}
