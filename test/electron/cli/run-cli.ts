import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const CLI = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');

/** What a command line left behind. */
export type CliRun = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The objects of `--json`, in order. */
  readonly objects: readonly Record<string, unknown>[];
};

/** A command line that runs; `done` resolves when it has ended, however. */
export type RunningCli = { readonly process: ChildProcess; readonly done: Promise<CliRun> };

/**
 * Starts the real command line in a process of its own. `token` reaches it as a user would give it, in the environment, and so
 * do `variables`.
 */
export function startCli(
  args: readonly string[],
  token?: string,
  variables: Readonly<Record<string, string>> = {},
): RunningCli {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...variables };
  delete environment['TELECRM_TOKEN'];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
    env: token === undefined ? environment : { ...environment, TELECRM_TOKEN: token },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const done = new Promise<CliRun>((resolve) => {
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr, objects: objectsIn(stdout) });
    });
  });
  return { process: child, done };
}

/** Runs the command line to its end. */
export function runCli(args: readonly string[], token?: string): Promise<CliRun> {
  return startCli(args, token).done;
}

function objectsIn(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
