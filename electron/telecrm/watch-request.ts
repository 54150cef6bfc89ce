import type { ClientRequest, IncomingMessage } from 'node:http';
import { ConnectionError } from './connection-error.ts';

/** Knows whether the request had a connection over which it may have left; with TLS, one whose certificate is trusted. */
export function watchConnection(request: ClientRequest): { isMade(): boolean } {
  let isMade = false;
  request.once('socket', (socket) => {
    // A direct connection that is new is always still connecting here; one that is not served an earlier request
    // (`reusedSocket` does not say so for a request that had to wait for it). A tunnel only comes here when it is trusted.
    if (!socket.connecting) {
      isMade = true;
      return;
    }
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      isMade = true;
    });
  });
  return { isMade: () => isMade };
}

/** The answer's head. Rejects with what ended the request before it came, and as soon as `signal` is aborted. */
export function answerTo(request: ClientRequest, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // Stays: an error after the answer (a connection that is closed) must not end the program.
    request.on('error', reject);
    // Node ends a request that still waits for its tunnel only when the tunnel stands or fails.
    const giveUp = (): void => {
      reject(new ConnectionError('TIMEOUT'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    request.once('close', () => signal.removeEventListener('abort', giveUp));
    if (signal.aborted) {
      giveUp();
    }
  });
}

/** Resolves with `null` when the signal is aborted; `forget` ends the waiting. */
export function waitForAbort(signal: AbortSignal): {
  readonly promise: Promise<null>;
  readonly forget: () => void;
} {
  let stop = (): void => {};
  const promise = new Promise<null>((resolve) => {
    const aborted = (): void => resolve(null);
    signal.addEventListener('abort', aborted, { once: true });
    stop = () => signal.removeEventListener('abort', aborted);
    if (signal.aborted) {
      aborted();
    }
  });
  return { promise, forget: () => stop() };
}
