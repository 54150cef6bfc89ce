import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where downloads are kept: outside the checkout, so that a fresh clone does not fetch again.
 *
 * @returns {string}
 */
export function cacheFolder() {
  return path.join(userCacheFolder(), 'telecrm-lead-importer');
}

function userCacheFolder() {
  if (process.env['XDG_CACHE_HOME']) {
    return process.env['XDG_CACHE_HOME'];
  }
  if (process.platform === 'win32') {
    return process.env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local');
  }
  return path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/**
 * Puts the content of one npm package, known by its exact version and checksum, into `targetFolder`. Nothing of it is
 * run. npm compares the checksum, because it stands in a lock file.
 *
 * @param {{ name: string, version: string, integrity: string }} npmPackage
 * @param {string} targetFolder
 */
export async function fetchPackage({ name, version, integrity }, targetFolder) {
  await makeFolder(targetFolder, (workFolder) => {
    const dependencies = { [name]: version };
    const packages = { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } };
    writeFileSync(path.join(workFolder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    writeFileSync(
      path.join(workFolder, 'package-lock.json'),
      JSON.stringify({ lockfileVersion: 3, packages }),
    );
    runNpm(['ci', '--prefix', workFolder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    return path.join(workFolder, 'node_modules', name);
  });
}

/**
 * Makes a folder whole or not at all: `make` works in a folder beside it and returns what is then renamed. Two
 * processes may do it at the same time; the slower one's copy is thrown away.
 *
 * @param {string} targetFolder
 * @param {(workFolder: string) => string | Promise<string>} make
 */
export async function makeFolder(targetFolder, make) {
  mkdirSync(path.dirname(targetFolder), { recursive: true });
  const workFolder = mkdtempSync(`${targetFolder}.`);
  try {
    const made = await make(workFolder);
    try {
      renameSync(made, targetFolder);
    } catch (error) {
      if (!existsSync(targetFolder)) {
        throw error;
      }
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
function runNpm(args) {
  const npmScript = process.env['npm_execpath'];
  const isNpm = npmScript !== undefined && path.basename(npmScript) === 'npm-cli.js';
  // npm's own messages are kept for the case that it fails: stdout belongs to the script that waits for this.
  const options = { encoding: /** @type {const} */ ('utf8') };
  const result = isNpm
    ? spawnSync(process.execPath, [npmScript, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.error !== undefined || result.status !== 0) {
    const words = result.error?.message ?? result.stderr.trim();
    throw new Error(words === '' ? `npm ended with ${result.status ?? result.signal}` : words);
  }
}
