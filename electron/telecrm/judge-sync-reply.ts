import type { SyncPart } from '../../shared/catalog/catalog-note.ts';
import type { Failure, InTheWay } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Reply } from '../../shared/sending/reply.ts';
import { isHtml, serverWords } from '../../shared/sending/server-words.ts';
import { troubleOfCode } from '../../shared/sending/trouble.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { BODY_TOO_LARGE } from './read-whole.ts';

/** Codes that are about the token, under whichever status they come (seen in public code, not documented). */
const ABOUT_THE_TOKEN: ReadonlySet<string | null> = new Set([
  'NOT_AUTHORIZED',
  'INVALID_TOKEN',
  'UNAUTHORIZED',
]);

/** What an answer of the Sync API says: its JSON, or why there is none. `call` is what was asked for. */
export function judgeSyncReply(reply: Reply, call: SyncPart): Result<unknown, Failure> {
  switch (reply.kind) {
    case 'answered':
      return judgeAnswer(reply, call);
    case 'not-sent':
    case 'no-answer':
      return reply.code === BODY_TOO_LARGE
        ? failed({ kind: 'sync-not-understood', call })
        : failed(failureOfCode(reply.code));
    default:
      return unreachable(reply);
  }
}

function judgeAnswer(
  { status, body }: Extract<Reply, { kind: 'answered' }>,
  call: SyncPart,
): Result<unknown, Failure> {
  const { code, message } = serverWords(body.slice(0, LONGEST_ERROR));
  if (status === 407) {
    return inTheWay('proxy-password', message);
  }
  if (status <= 399 ? status >= 300 || isHtml(body) : isOfAPortal(status, body)) {
    return inTheWay('not-telecrm', message);
  }
  if (status <= 299) {
    return parsed(body, call);
  }
  return status === 401 || (status <= 499 && ABOUT_THE_TOKEN.has(code))
    ? failed({ kind: 'sync-token-refused' })
    : failed({ kind: 'sync-error', status, words: message ?? '' });
}

/**
 * "Network authentication required" is never said by a server itself (RFC 6585), and a page that forbids comes from a proxy:
 * Telecrm's own refusals are JSON. Pages with other errors may be those of Telecrm's gateway.
 */
function isOfAPortal(status: number, body: string): boolean {
  return status === 511 || (status === 403 && isHtml(body));
}

function inTheWay(what: InTheWay, words: string | null): Result<never, Failure> {
  return failed({ kind: 'sync-in-the-way', what, words: words ?? '' });
}

function failureOfCode(code: string): Failure {
  const trouble = troubleOfCode(code);
  return trouble === 'offline'
    ? { kind: 'sync-unreachable', code }
    : { kind: 'sync-in-the-way', what: trouble, words: code };
}

/** Of an error no more is looked at. */
const LONGEST_ERROR = 4_096;

function parsed(body: string, call: SyncPart): Result<unknown, Failure> {
  try {
    return success(JSON.parse(body.replace(/^\uFEFF/u, '')));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return failed({ kind: 'sync-not-understood', call });
    }
    throw error;
  }
}
