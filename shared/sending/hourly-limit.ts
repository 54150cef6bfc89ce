import type { Workspace } from '../catalog/workspace.ts';
import { SEND_LIMIT_PER_HOUR } from './rolling-window.ts';
import type { Speed } from './status.ts';

/** Requests an hour that we allow ourselves: all of Telecrm's limit, or less where others use the same token. */
export function hourlyLimit(workspace: Workspace): number {
  return workspace.tokenSharing === 'alone'
    ? SEND_LIMIT_PER_HOUR
    : Math.max(1, Math.floor(SEND_LIMIT_PER_HOUR * (1 - workspace.keepFreeShare)));
}

/** The speed that fits the answer to "does anything else use this token?". */
export function suggestedSpeed(workspace: Workspace): Speed {
  return workspace.tokenSharing === 'alone' ? 'fast' : 'even';
}
