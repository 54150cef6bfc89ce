import type { ParserProcess, StartParser } from './parser-process.ts';

/** The content of a file that is to be parsed; text is UTF-8. */
export type WorkbookContent = { readonly form: 'binary' | 'text'; readonly bytes: Uint8Array };

/**
 * Has a workbook parsed elsewhere. `gone` when whoever parsed it ended before the answer was complete, because a limit was
 * reached, mostly, or because `signal` said so.
 */
export type ParseWorkbook = (
  content: WorkbookContent,
  takePiece: (bytes: Uint8Array) => void,
  signal: AbortSignal,
) => Promise<'answered' | 'gone'>;

/** What a parsing process may use. */
export type ParserLimits = {
  /** Bytes that it may grow for a small file, and for any other. */
  readonly smallFileBytes: number;
  readonly largeFileBytes: number;
  /** Milliseconds for any file, and for each megabyte of it. */
  readonly longestMs: number;
  readonly longestMsPerMegabyte: number;
};

/**
 * Processes that parse workbooks, one for each file.
 *
 * [Note: SheetJS apart] Of ten thousand damaged .xls files some make SheetJS fill the memory until the process ends, and no
 * check before can know which. On a thread that would be our own process; so it runs in another one, which holds nothing but
 * that file, may use so much memory and time, and is ended when it wants more. It gets the file's bytes and nothing else of
 * ours: no token, no path, no environment.
 *
 * A process that has read a small file waits a while for the next one, because starting it takes longer than most files
 * do, and a file is parsed twice: for the first look and for its rows. It does not keep the program alive meanwhile.
 */
export class ParserPool {
  readonly #start: StartParser;
  readonly #limits: ParserLimits;
  #idle: PooledParser | null = null;

  constructor(start: StartParser, limits: ParserLimits = LIMITS) {
    this.#start = start;
    this.#limits = limits;
  }

  readonly parse: ParseWorkbook = async (content, takePiece, signal) => {
    const isSmall = content.bytes.length <= SMALL_BYTES;
    const parser = this.#takeIdle() ?? new PooledParser(this.#start);
    const outcome = await parser.ask(content, this.#limitsOf(content, isSmall), takePiece, signal);
    if (outcome === 'answered' && isSmall && this.#idle === null) {
      this.#idle = parser;
      parser.rest(() => {
        this.#idle = this.#idle === parser ? null : this.#idle;
      });
    } else {
      parser.kill();
    }
    return outcome;
  };

  #takeIdle(): PooledParser | null {
    const parser = this.#idle;
    this.#idle = null;
    return parser;
  }

  #limitsOf({ bytes }: WorkbookContent, isSmall: boolean): { mostBytes: number; longestMs: number } {
    const { smallFileBytes, largeFileBytes, longestMs, longestMsPerMegabyte } = this.#limits;
    return {
      mostBytes: isSmall ? smallFileBytes : largeFileBytes,
      longestMs: longestMs + (bytes.length / 1e6) * longestMsPerMegabyte,
    };
  }
}

/** Bytes of a file for which little memory is enough: one that needs more is made, or damaged, to need it. */
const SMALL_BYTES = 1_000_000;

/**
 * SheetJS needs some 800 MB for a sheet of 200,000 rows and twelve columns; the times are ten times what it takes on a
 * slow computer.
 */
const LIMITS: ParserLimits = {
  smallFileBytes: 300e6,
  largeFileBytes: 1200e6,
  longestMs: 6_000,
  longestMsPerMegabyte: 1_500,
};

/** The process ends itself when its time is over; this much later it is ended from here, should it not have come so far. */
const GRACE_MS = 4_000;

/** Long enough to choose the next file; the process holds some 60 MB meanwhile. */
const REST_MS = 60_000;

/** A process and what is being waited for from it. */
class PooledParser {
  readonly #process: ParserProcess;
  #hasEnded = false;
  #onPiece: (bytes: Uint8Array) => void = () => undefined;
  #onEnd: (outcome: 'answered' | 'gone') => void = () => undefined;
  #resting: NodeJS.Timeout | null = null;

  constructor(start: StartParser) {
    this.#process = start({
      onMessage: (message) => {
        if (message.kind === 'piece') {
          this.#onPiece(message.bytes);
        } else {
          this.#onEnd('answered');
        }
      },
      onExit: () => {
        this.#hasEnded = true;
        this.#onEnd('gone');
      },
    });
  }

  async ask(
    content: WorkbookContent,
    limits: { readonly mostBytes: number; readonly longestMs: number },
    takePiece: (bytes: Uint8Array) => void,
    signal: AbortSignal,
  ): Promise<'answered' | 'gone'> {
    if (this.#resting !== null) {
      clearTimeout(this.#resting);
    }
    const kill = (): void => this.kill();
    const timer = setTimeout(kill, limits.longestMs + GRACE_MS);
    signal.addEventListener('abort', kill);
    const outcome = await new Promise<'answered' | 'gone'>((resolve) => {
      this.#onPiece = takePiece;
      this.#onEnd = resolve;
      if (this.#hasEnded || signal.aborted) {
        resolve('gone');
        return;
      }
      this.#process.setBusy('busy');
      this.#process.send({ ...content, ...limits });
    });
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    this.#onPiece = () => undefined;
    return outcome;
  }

  /** Waits for the next file, for a while. `onEnd` is called when it is over, by whatever reason. */
  rest(onEnd: () => void): void {
    this.#onEnd = onEnd;
    this.#process.setBusy('idle');
    this.#resting = setTimeout(() => this.kill(), REST_MS).unref();
  }

  kill(): void {
    if (!this.#hasEnded) {
      this.#process.kill();
    }
  }
}
