import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parserEnvironment, type ParserMessage, type StartParser } from './parser-process.ts';

/** Starts a parsing process under plain Node: the command line in a checkout, and the tests. */
export const forkParser: StartParser = ({ onMessage, onExit }) => {
  const child = fork(parserEntry(), [], {
    // Binary data goes over as it is.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: parserEnvironment(process.env),
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
  });
  let hasEnded = false;
  const end = (): void => {
    if (!hasEnded) {
      hasEnded = true;
      onExit();
    }
  };
  child.on('message', (message) => onMessage(message as ParserMessage));
  child.on('exit', end);
  child.on('error', end);
  return {
    send: (order) => void child.send(order, (error) => error !== null && end()),
    kill: () => void child.kill('SIGKILL'),
    setBusy: (busy) => {
      if (busy === 'busy') {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
  };
};

/** The largest limit that `ParserPool` sets, so that V8 cleans up rather than grow beyond it. */
const HEAP_MB = 1200;

/** The entry of the process: beside the built program, or the source itself in a checkout. */
export function parserEntry(): string {
  const built = fileURLToPath(new URL('./workbook-parser.js', import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL('./parser-entry.ts', import.meta.url));
}
