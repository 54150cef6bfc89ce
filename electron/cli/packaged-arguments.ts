import { COMMANDS } from './command-line.ts';

/**
 * The command line in the packaged program's arguments, or `null` when it was started to open its window. A spreadsheet that
 * is called like a command has an extension, or a path before it.
 */
export function packagedArguments(argv: readonly string[], isPackaged: boolean): readonly string[] | null {
  const args = argv.slice(1);
  return isPackaged && COMMANDS.some((command) => command === args[0]) ? args : null;
}
