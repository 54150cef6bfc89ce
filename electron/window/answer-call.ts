import type { Failure } from '../../shared/failure.ts';
import { requests, type Argument, type RequestName } from '../../shared/ipc.ts';
import type { Replies } from '../../shared/replies.ts';
import { failed, type Result } from '../../shared/result.ts';
import { isDiskFull } from '../disk-full.ts';
import { JournalError } from '../journal/journal-error.ts';
import { describeBug, type Log } from '../log.ts';

/** One function for each request of the contract; a request without its handler does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (argument: Argument<Name>) => Promise<Result<Replies[Name], Failure>>;
};

/**
 * Answers one call from the window: checks the argument by the contract's schema, then asks the handler. A call that
 * does not fit is answered with `bad-request`. A bug is logged and answered with `bug`, because an error loses its
 * class and fields on the way to the window, and silence would leave the user waiting.
 */
export async function answerCall<Name extends RequestName>(
  handlers: Handlers,
  name: Name,
  argument: unknown,
  log: Log,
): Promise<Result<Replies[Name], Failure>> {
  const parsed = requests[name].safeParse(argument);
  if (!parsed.success) {
    return failed({ kind: 'bad-request', detail: `${name}: ${pathsOf(parsed.error.issues)}` });
  }
  try {
    // The schema of `name` made it, so it is the argument of `name`; the compiler loses this link between two tables.
    return await handlers[name](parsed.data as Argument<Name>);
  } catch (error) {
    const expected = expectedFailureOf(error);
    if (expected !== null) {
      log.warn(`The request ${name} could not be answered: ${expected.kind}.`);
      return failed(expected);
    }
    log.error(`The request ${name} met a bug.`, error);
    return failed({ kind: 'bug', detail: describeBug(error) });
  }
}

/**
 * What a full disk or trouble with our records stands for, out of whichever statement it came; `null` for a bug. Handlers answer
 * with failures of their own; this is the net beneath those that change records on their way.
 */
function expectedFailureOf(error: unknown): Failure | null {
  if (error instanceof JournalError) {
    return error.failure;
  }
  return error instanceof Error && 'code' in error && isDiskFull(String(error.code))
    ? { kind: 'disk-full' }
    : null;
}

/** Where it does not fit; never what stood there, which may be a token or a cell. */
function pathsOf(issues: ReadonlyArray<{ readonly path: readonly PropertyKey[] }>): string {
  return issues.map(({ path }) => path.map(String).join('.') || 'argument').join(', ');
}
