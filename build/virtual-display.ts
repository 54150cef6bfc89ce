import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A screen that nobody sees. */
export type VirtualDisplay = {
  /** What DISPLAY has to say, such as ":99". */
  readonly name: string;
  readonly close: () => void;
};

/** Whether windows can be shown here: always on Windows and macOS, on Linux where a desktop session says so. */
export function hasDisplay(): boolean {
  const isLinux = process.platform === 'linux';
  return !isLinux || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** Opens so many, one after the other, as each looks for a number that is free. */
export async function openVirtualDisplays(count: number): Promise<readonly VirtualDisplay[]> {
  const displays: VirtualDisplay[] = [];
  try {
    while (displays.length < count) {
      displays.push(await openVirtualDisplay());
    }
    return displays;
  } catch (error) {
    for (const display of displays) {
      display.close();
    }
    throw error;
  }
}

/**
 * Starts Xvfb on a display number that is free. `xvfb-run` would do as well, but needs `xauth`, which does not come
 * with Xvfb everywhere, and finds its number by guessing.
 */
async function openVirtualDisplay(): Promise<VirtualDisplay> {
  // Without a reset whenever its last window is gone, in the midst of which the next one would find nobody.
  const screen = ['-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', ['-displayfd', '1', ...screen], { stdio: ['ignore', 'pipe', 'ignore'] });
  const failed = Promise.race([once(server, 'exit'), once(server, 'error')]).then(() => {
    throw new Error('The virtual display (Xvfb) does not start.');
  });
  const [line] = (await Promise.race([once(createInterface(server.stdout), 'line'), failed])) as [string];
  failed.catch(() => {
    // It ends when it is closed; only its start is waited for.
  });
  return { name: `:${line.trim()}`, close: () => server.kill() };
}
