import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a case measured, by name; names say the unit. */
export type Figures = Readonly<Record<string, number>>;

/** Runs one case in a process of its own and returns what it printed last, one JSON object. */
export function runCase(name: string, args: readonly string[]): Promise<Figures> {
  const file = path.join(import.meta.dirname, 'cases', name);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--expose-gc', file, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      if (exitCode === 0) {
        resolve(JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures);
      } else {
        reject(new Error(`${name} ended with exit code ${exitCode}`));
      }
    });
  });
}
