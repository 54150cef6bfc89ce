import path from 'node:path';

/** What a start of the program was asked for. */
export type StartWish = {
  /** The spreadsheets to open ("Open with", files dropped on the icon, a command line), absolute, in their order. */
  readonly files: readonly string[];
  /** Where everything is kept, if not in the usual place; absolute; `null` for the usual place. */
  readonly dataFolder: string | null;
};

/** `--user-data-dir` is Chromium's own name for the same thing; `--data-dir` is what the command line calls it. */
const DATA_FOLDER_SWITCH = /^--(?:user-)?data-dir(?:=(?<folder>.*))?$/su;

/**
 * Reads the arguments of a start. `given` begins with the program itself and, unless `isPackaged`, goes on with the
 * folder that Electron was told to run; switches of Electron and Chromium stand anywhere among them. Relative paths
 * start from `workingFolder`.
 */
export function readStartArguments(
  given: readonly string[],
  isPackaged: boolean,
  workingFolder: string,
): StartWish {
  const plain: string[] = [];
  let dataFolder: string | null = null;
  let isFolderNext = false;
  for (const argument of given.slice(1)) {
    const named = DATA_FOLDER_SWITCH.exec(argument);
    if (isFolderNext) {
      dataFolder = argument;
      isFolderNext = false;
    } else if (named !== null) {
      dataFolder = named.groups?.['folder'] ?? null;
      isFolderNext = dataFolder === null;
    } else if (argument !== '' && !argument.startsWith('-')) {
      plain.push(argument);
    }
  }
  const absolute = (wished: string): string => path.resolve(workingFolder, wished);
  return {
    files: plain.slice(isPackaged ? 0 : 1).map(absolute),
    dataFolder: dataFolder ? absolute(dataFolder) : null,
  };
}
