import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Reply } from '../../shared/sending/reply.ts';
import { isHtml, serverWords } from '../../shared/sending/server-words.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { BODY_TOO_LARGE } from './read-whole.ts';

/** `code` where a web page or a redirect answered in Telecrm's place: the log-in page of a Wi-Fi, most likely. */
const NOT_TELECRM = 'NOT_TELECRM';

/** Codes that are about the token, under whichever status they come (seen in public code, not documented). */
const ABOUT_THE_TOKEN: ReadonlySet<string | null> = new Set([
  'NOT_AUTHORIZED',
  'INVALID_TOKEN',
  'UNAUTHORIZED',
]);

/** What an answer of the Sync API says: its JSON, or why there is none. `call` names the call for people. */
export function judgeSyncReply(reply: Reply, call: string): Result<unknown, Failure> {
  switch (reply.kind) {
    case 'answered':
      return judgeAnswer(reply, call);
    case 'not-sent':
    case 'no-answer':
      return reply.code === BODY_TOO_LARGE
        ? failed({ kind: 'sync-not-understood', call })
        : failed({ kind: 'sync-unreachable', code: reply.code });
    default:
      return unreachable(reply);
  }
}

function judgeAnswer(
  { status, body }: Extract<Reply, { kind: 'answered' }>,
  call: string,
): Result<unknown, Failure> {
  if (status >= 200 && status <= 299) {
    return isHtml(body) ? failed({ kind: 'sync-unreachable', code: NOT_TELECRM }) : parsed(body, call);
  }
  if (status >= 300 && status <= 399) {
    return failed({ kind: 'sync-unreachable', code: NOT_TELECRM });
  }
  const { code, message } = serverWords(body.slice(0, LONGEST_ERROR));
  return status === 401 || (status <= 499 && ABOUT_THE_TOKEN.has(code))
    ? failed({ kind: 'sync-token-refused' })
    : failed({ kind: 'sync-error', status, words: message ?? '' });
}

/** Of an error no more is looked at. */
const LONGEST_ERROR = 4_096;

function parsed(body: string, call: string): Result<unknown, Failure> {
  try {
    return success(JSON.parse(body.replace(/^\uFEFF/u, '')));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return failed({ kind: 'sync-not-understood', call });
    }
    throw error;
  }
}
