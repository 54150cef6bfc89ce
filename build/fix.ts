/** `npm run fix`: lets formatter and linter put right what they can, and shows what is left. */
import { runTool } from './run-tool.ts';

const LINT = [
  '-c',
  'build/oxlint.json',
  '--type-aware',
  '--deny-warnings',
  '--disable-nested-config',
  '--fix',
  '.',
];

const lintExitCode = await runTool('oxlint', LINT);
const formatExitCode = await runTool('prettier', [
  '--config',
  'build/prettier.json',
  '--write',
  '--log-level',
  'warn',
  '.',
]);
process.exitCode = lintExitCode || formatExitCode;
