import { app, utilityProcess, type UtilityProcess } from 'electron';
import { parserEntry } from '../reading/workbook/forked-parser.ts';
import { parserEnvironment, type StartParser } from '../reading/workbook/parser-process.ts';

/**
 * Starts a parsing process under Electron, where the packaged program cannot be run as Node: a utility process, which only
 * the main thread can start, and only once Electron is ready. Until then it is kept what it is to do.
 */
export const startUtilityParser: StartParser = ({ onMessage, onExit }) => {
  let isWanted = true;
  const started = app.whenReady().then(() => {
    const child = utilityProcess.fork(parserEntry(), [], {
      stdio: 'ignore',
      serviceName: 'Workbook reader',
      env: parserEnvironment(process.env),
    });
    child.on('message', onMessage);
    child.once('exit', onExit);
    child.once('spawn', () => isWanted || killNow(child));
    return child;
  });
  return {
    send: (order) => void started.then((child) => child.postMessage(order)),
    kill: () => {
      isWanted = false;
      void started.then(killNow);
    },
    // A utility process never keeps the program alive.
    setBusy: () => undefined,
  };
};

/** At once, where `kill` of the process waits until it listens, which it may never do again. */
function killNow({ pid }: UtilityProcess): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself, and says so.
  }
}
