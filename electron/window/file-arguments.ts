import path from 'node:path';

/**
 * The file that a start of the program was asked to open ("Open with", a file dropped on the icon, a command line), or `null`.
 * `given` are the arguments after the program's own; switches of Electron and Chromium stand among them. Relative
 * paths start from `workingFolder`.
 */
export function fileAmong(given: readonly string[], workingFolder: string): string | null {
  const file = given.findLast((argument) => argument !== '' && !argument.startsWith('-'));
  return file === undefined ? null : path.resolve(workingFolder, file);
}
