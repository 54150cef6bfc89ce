import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const REPOSITORY = path.resolve(import.meta.dirname, '..');

/**
 * Sees to it that a Linux machine has the shared libraries that Electron needs, and Xvfb where `display` is 'virtual'.
 * What is missing is installed if this user may do that without being asked for a password; otherwise it throws an
 * error that holds the command to type. Other systems have all of it from the start.
 */
export function ensureSystemLibraries(executablePath: string, display: 'real' | 'virtual'): void {
  const missing = missingParts(executablePath, display);
  if (missing.length === 0) {
    return;
  }
  // Playwright knows the packages of each distribution. Firefox's include GTK 3, which Chromium's do not.
  const install = [
    path.join(REPOSITORY, 'node_modules/playwright/cli.js'),
    'install-deps',
    'chromium',
    'firefox',
  ];
  if (mayInstall()) {
    process.stderr.write(`Installing what Electron needs of this system (${missing.join(', ')}).\n`);
    spawnSync(process.execPath, install, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const stillMissing = missingParts(executablePath, display);
  if (stillMissing.length > 0) {
    throw new Error(
      `Electron needs libraries that this system does not have: ${stillMissing.join(', ')}. ` +
        `Please install them with\n\n    sudo "${process.execPath}" ${install.join(' ')}\n`,
    );
  }
}

/** Names of shared libraries and programs that are not there. */
function missingParts(executablePath: string, display: 'real' | 'virtual'): readonly string[] {
  if (process.platform !== 'linux') {
    return [];
  }
  const libraries = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout;
  const missing = [...libraries.matchAll(/^\s*(\S+) => not found$/gm)].flatMap(
    ([, library]) => library ?? [],
  );
  return display === 'virtual' && !hasProgram('Xvfb') ? [...missing, 'Xvfb'] : missing;
}

/** Root may, and so may those whose sudo asks for nothing. */
function mayInstall(): boolean {
  return process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

function hasProgram(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => isExecutable(path.join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for this user to run: the same to us.
    return false;
  }
}
