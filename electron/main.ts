import path from 'node:path';
import { app } from 'electron';
import { makeWords } from '../shared/words/make-words.ts';
import { packagedArguments } from './cli/packaged-arguments.ts';
import { openLog, type Log } from './log.ts';
import { ParserPool } from './reading/workbook/parser-pool.ts';
import { parseWorkbooksBy } from './reading/workbook/parse-apart.ts';
import { declareAppScheme } from './window/app-protocol.ts';
import { openAppWindow } from './window/app-window.ts';
import { registerContract, type AnswerCall } from './window/contract.ts';
import { endForBug, endForFailure } from './window/fatal.ts';
import { setMenu } from './window/menu.ts';
import { isOnlyProgram, takeDataFolder } from './window/one-program.ts';
import { startUtilityParser } from './window/utility-parser.ts';

// The program's first file: it opens the window, and loads everything behind the window while the page is being loaded.
// Both are lists of calls; what each part does stands in its own file.

const words = makeWords('en');
const command = packagedArguments(process.argv, app.isPackaged);
const folder = takeDataFolder();
declareAppScheme();
parseWorkbooksBy(new ParserPool(startUtilityParser).parse);
if (command !== null) {
  void import('./cli/run-command-line.ts').then(async (cli) => {
    app.exit(await cli.runCommandLine(command));
  });
} else if (folder.ok && !isOnlyProgram()) {
  app.exit(0);
} else {
  // Not awaited: Electron becomes ready only after this file has run to its end.
  void app.whenReady().then(() => (folder.ok ? start(folder.value) : endForFailure(folder.failure, words)));
}

/** Never rejects: what goes wrong on the way is said in a box, and ends the program. */
async function start(dataFolder: string): Promise<void> {
  const log = openLog(dataFolder);
  log.info(`Started: ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}.`);
  try {
    await openWindowAndEngine(dataFolder, log);
  } catch (error) {
    log.error('The program could not start.', error);
    endForBug(path.join(dataFolder, 'logs', 'main.log'), words);
  }
}

async function openWindowAndEngine(dataFolder: string, log: Log): Promise<void> {
  setMenu();
  const outFolder = path.join(import.meta.dirname, '..');
  const { window, whenServed, whenDrawn } = openAppWindow({
    outFolder,
    title: words.say('common.appName'),
    log,
  });
  const { promise: whenReady, resolve: isReady } = promised<AnswerCall>();
  registerContract(whenReady, window, log);

  // Loading the engine keeps main from serving the page's files, so it waits for those few milliseconds.
  await whenServed;
  const { openEngine } = await import('./open-engine.ts');
  if (window.isDestroyed()) {
    return;
  }
  const workerUrl = new URL('preparing-worker.js', import.meta.url);
  const engine = await openEngine({ dataFolder, workerUrl, window, whenDrawn, words, log });
  if (engine.ok) {
    isReady(engine.value);
  } else {
    log.error(`The records cannot be opened: ${engine.failure.kind}.`);
    endForFailure(engine.failure, words);
  }
}

/** A promise and the function that keeps it; Node 20 has not got `Promise.withResolvers`. */
function promised<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
