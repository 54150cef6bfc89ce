/** What a parsing process is asked: a file's content, and what it may use up for it. */
export type ParseOrder = {
  /** Text is UTF-8. */
  readonly form: 'binary' | 'text';
  readonly bytes: Uint8Array;
  /** Bytes that the process may grow before it ends itself. */
  readonly mostBytes: number;
  /** Milliseconds after which it ends itself. */
  readonly longestMs: number;
};

/** What it answers: pieces that only `parseApart` reads (see `ParsedPiece`), then that there are no more. */
export type ParserMessage =
  { readonly kind: 'piece'; readonly bytes: Uint8Array } | { readonly kind: 'answered' };

/** A process of its own that parses workbooks. It ends whenever it likes. */
export interface ParserProcess {
  send: (order: ParseOrder) => void;
  /** Ends it, whatever it does. */
  kill: () => void;
  /** While it is idle it does not keep the program alive. */
  setBusy: (busy: 'busy' | 'idle') => void;
}

/** What a parsing process is listened to with, from its beginning. */
export type ParserListener = {
  readonly onMessage: (message: ParserMessage) => void;
  /** Once, whether it ended by itself, was killed, or could not be started. */
  readonly onExit: () => void;
};

/** Starts a parsing process: how depends on the program that it is started from. */
export type StartParser = (listener: ParserListener) => ParserProcess;

/**
 * What of the environment a parsing process gets: what systems need to start a process at all. A token that was given in
 * the environment is not among it.
 */
export function parserEnvironment(environment: Readonly<NodeJS.ProcessEnv>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && NEEDED.has(entry[0].toUpperCase()),
    ),
  );
}

const NEEDED = new Set(['SYSTEMROOT', 'WINDIR', 'LD_LIBRARY_PATH', 'TZ']);
