import { spawn } from 'node:child_process';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '..');

/** The development tools, by the files that npm's own shims would start; going without the shims saves a process. */
const TOOLS = {
  'electron-builder': 'electron-builder/cli.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: 'playwright/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;

/** Runs a tool in the repository, on this very Node and this terminal, and returns its exit code. */
export function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const file = path.join(REPOSITORY, 'node_modules', TOOLS[tool]);
  return runProgram(process.execPath, [file, ...args], environment);
}

/** Runs a program in the repository and returns its exit code; one that ended by a signal counts as 1. */
export function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: REPOSITORY,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
