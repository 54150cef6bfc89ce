import { runCommandLine } from './run-command-line.ts';

// The command line in a checkout; the packaged program runs the same from its own arguments (see `electron/main.ts`).
process.exitCode = await runCommandLine(process.argv.slice(2));
