import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from 'playwright/test';
import { chromiumSandboxArguments, findElectronRuntime } from '../../build/electron-runtime.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '..', '..');

/** The real application, started. */
export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Errors that the page met: exceptions, and lines such as those of the content security policy. */
  readonly troubles: readonly string[];
  /** Ends it the way a user does. */
  readonly close: () => Promise<void>;
  /** Ends it the way the end of a session does: SIGTERM. */
  readonly terminate: () => Promise<void>;
  /** Ends it the way a power cut does: SIGKILL to every process of it. */
  readonly kill: () => Promise<void>;
};

export type StartOptions = {
  /** What the system's theme is. Light unless given. */
  readonly theme?: 'light' | 'dark';
  /** Further arguments, such as a file to open. */
  readonly args?: readonly string[];
  /** Whether errors of the page are part of the test; otherwise they fail it. */
  readonly expectTroubles?: boolean;
};

/** What every journey starts from: an empty folder of its own, and the application on it, as often as it likes. */
export const test = base.extend<{
  dataFolder: string;
  start: (options?: StartOptions) => Promise<RunningApp>;
}>({
  dataFolder: async ({ browserName: _ }, provide) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lead-importer-e2e-'));
    // The real folder of whoever runs the tests must never be touched.
    expect(readdirSync(folder)).toStrictEqual([]);
    await provide(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },

  start: async ({ dataFolder }, provide) => {
    const running: Array<RunningApp & { readonly mayTrouble: boolean }> = [];
    await provide(async (options = {}) => {
      const started = await launch(dataFolder, options);
      running.push({ ...started, mayTrouble: options.expectTroubles === true });
      return started;
    });
    for (const { close, troubles, mayTrouble } of running) {
      await close();
      expect(mayTrouble ? [] : troubles).toStrictEqual([]);
    }
  },
});

/** What a start of the application is given besides its own switches. */
export async function launchArguments(
  dataFolder: string,
): Promise<{ executablePath: string; args: string[] }> {
  const { executablePath } = await findElectronRuntime();
  return { executablePath, args: [...chromiumSandboxArguments(), REPOSITORY, `--data-dir=${dataFolder}`] };
}

/** The environment of a user's machine, with the display of this worker: nothing in it points the application elsewhere. */
export function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(?:TELECRM_|ELECTRON_|NODE_OPTIONS$|XDG_CONFIG_HOME$)/u.test(name),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...ownDisplay() };
}

/** The display of this worker of the tests, where several run at once; otherwise the one that is there. */
function ownDisplay(): Record<string, string> {
  const displays = process.env['E2E_DISPLAYS']?.split(',') ?? [];
  const own = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? displays[0];
  return own === undefined ? {} : { DISPLAY: own };
}

async function launch(dataFolder: string, options: StartOptions): Promise<RunningApp> {
  expect(existsSync(dataFolder)).toBe(true);
  const { executablePath, args } = await launchArguments(dataFolder);
  const app = await _electron.launch({
    executablePath,
    args: [...args, ...(options.args ?? [])],
    cwd: dataFolder,
    env: cleanEnvironment(),
    colorScheme: options.theme ?? 'light',
  });
  try {
    return await opened(app, dataFolder);
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}

/** What the browser says when it measures a size again only in the next frame: no error, and it hangs on the machine's speed. */
const MEASURED_LATER = /^ResizeObserver loop/u;

/** Waits until the application can be used, and makes sure that it uses the folder that it was given. */
async function opened(app: ElectronApplication, dataFolder: string): Promise<RunningApp> {
  askPatiently(app);
  const page = await app.firstWindow();
  // On a busy machine a dialog that is still gliding in can glide away between the two halves of a click.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const troubles: string[] = [];
  const note = (trouble: string): void => {
    if (!MEASURED_LATER.test(trouble)) {
      troubles.push(trouble);
    }
  };
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (line) => line.type() === 'error' && note(line.text()));
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(readdirSync(dataFolder)).toContain('global.sqlite');
  let hasEnded = false;
  const signal = async (name: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    hasEnded = true;
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill(name);
    await gone;
  };
  return {
    app,
    page,
    troubles,
    close: async () => {
      if (!hasEnded) {
        hasEnded = true;
        await app.close();
      }
    },
    terminate: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
  };
}

/**
 * Electron's inspector now and then loses an answer to its garbage collector. Asking again is harmless, as everything
 * that tests do inside the main process may be done twice.
 */
function askPatiently(app: ElectronApplication): void {
  const ask = app.evaluate.bind(app) as (act: unknown, argument: unknown) => Promise<unknown>;
  const askAgain = async (act: unknown, argument: unknown, attemptsLeft = 5): Promise<unknown> => {
    try {
      return await ask(act, argument);
    } catch (error) {
      if (attemptsLeft > 1 && String(error).includes('garbage collected')) {
        return askAgain(act, argument, attemptsLeft - 1);
      }
      throw error;
    }
  };
  app.evaluate = ((act: unknown, argument: unknown) => askAgain(act, argument)) as typeof app.evaluate;
}

export { expect } from 'playwright/test';
