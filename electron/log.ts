import { homedir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
// The plain Node build: Electron's own would listen on unchecked channels for lines from the window.
import electronLog from 'electron-log/node';
import { redact } from '../shared/sending/redact.ts';

/** The log grows to this and one older file of the same size is kept, so that it never fills a disk. */
const LOG_LIMIT_BYTES = 1024 * 1024;

const STACK_FRAME = /^\s+at \S/u;

/**
 * What happened, for the people who mend the program. Sentences about the program only: never a cell, a token, an
 * address. `cause` is whatever was thrown; it is written with its stack.
 */
export type Log = {
  readonly info: (sentence: string) => void;
  readonly warn: (sentence: string, cause?: unknown) => void;
  readonly error: (sentence: string, cause?: unknown) => void;
};

/**
 * Opens the log in `dataFolder/logs/main.log`, readable by this user alone. Every line is redacted, so that even a
 * bug that puts a phone number into an error's message does not put it on disk. Never fails: without a disk it is
 * silent.
 */
export function openLog(dataFolder: string, home = homedir()): Log {
  const logger = electronLog.create({ logId: `log-${dataFolder}` });
  logger.transports.console.level = false;
  // Without a name it looks for a package.json, and where it finds none it silently writes nothing.
  logger.transports.file.setAppName('telecrm-lead-importer');
  logger.transports.file.resolvePathFn = () => path.join(dataFolder, 'logs', 'main.log');
  logger.transports.file.maxSize = LOG_LIMIT_BYTES;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  const line = (sentence: string, cause?: unknown): string => clean(withCause(sentence, cause), home);
  return {
    info: (sentence) => {
      logger.info(line(sentence));
    },
    warn: (sentence, cause) => {
      logger.warn(line(sentence, cause));
    },
    error: (sentence, cause) => {
      logger.error(line(sentence, cause));
    },
  };
}

/** The error as one redacted line, for answers to the window: its name and message, no stack. */
export function describeBug(error: unknown, home = homedir()): string {
  return clean(error instanceof Error ? `${error.name}: ${error.message}` : inspect(error), home);
}

/**
 * The home folder goes because it is the user's own name. Frames of a stack keep their paths, which are its whole
 * use.
 */
function clean(text: string, home: string): string {
  const lines = (home.length > 1 ? text.replaceAll(home, '~') : text).split('\n');
  return lines.map((line) => (STACK_FRAME.test(line) ? redactBetweenSlashes(line) : redact(line))).join('\n');
}

function redactBetweenSlashes(line: string): string {
  return line
    .split(/(?<=[/\\])/u)
    .map((part) => redact(part))
    .join('');
}

function withCause(sentence: string, cause: unknown): string {
  return cause === undefined ? sentence : `${sentence}\n${inspect(cause, { depth: 4 })}`;
}
