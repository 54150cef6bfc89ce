import { app, net, powerMonitor, type BrowserWindow } from 'electron';
import type { SystemEvent, SystemEvents } from '../sending/ports.ts';
import { watchOnline } from './watch-online.ts';

/** No event says in the main process that the network is back, so it is asked this often while anybody listens. */
const LOOK_EVERY_MS = 3_000;

/**
 * The system's events, from Electron. When the session ends the program is ended too, in order: what is to be closed before
 * (`quit.ts`) is closed while the system waits.
 */
export function systemEvents(window: BrowserWindow): SystemEvents {
  const listeners = new Set<(event: SystemEvent) => void>();
  const tell = (event: SystemEvent): void => {
    for (const listener of listeners) {
      listener(event);
    }
  };
  const look = watchOnline(
    () => net.isOnline(),
    () => tell('online'),
  );
  const timer = setInterval(() => {
    if (listeners.size > 0) {
      look();
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  powerMonitor.on('suspend', () => tell('suspending'));
  powerMonitor.on('resume', () => tell('resumed'));
  const end = (event?: Electron.Event): void => {
    event?.preventDefault();
    tell('ending');
    app.quit();
  };
  // Linux and macOS wait for the program when they are asked to; Windows tells the window, and grants a few seconds.
  powerMonitor.on('shutdown', end);
  window.on('session-end', () => end());
  return {
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
