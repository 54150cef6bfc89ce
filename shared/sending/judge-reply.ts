import type { TelecrmFailure } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import { TOKEN_MISSING, TOKEN_UNUSABLE, type Reply } from './reply.ts';
import { isHtml, parseObject, serverWords } from './server-words.ts';

/** What a reply means for the lead and for sending as a whole. `words` are the server's, bounded and redacted. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly status: number }
  /** Refused because of this lead. */
  | { readonly kind: 'rejected'; readonly status: number; readonly words: string | null }
  /** It may have been accepted. `mayRepeat` is false when the lead carries actions, which Telecrm would append again. */
  | {
      readonly kind: 'unknown';
      readonly status: number | null;
      readonly words: string | null;
      readonly mayRepeat: boolean;
      /** The server's wish, as it came. */
      readonly retryAfter: string | null;
      readonly date: string | null;
    }
  /** Certainly not accepted, and not for anything in the lead: it waits its turn again, and no attempt is counted. */
  | {
      readonly kind: 'back-in-queue';
      readonly why: 'slow-down' | 'offline';
      readonly status: number | null;
      readonly words: string | null;
      readonly retryAfter: string | null;
      readonly date: string | null;
    }
  /** Certainly not accepted, and nothing else will be: the lead goes back in the queue and sending stops. */
  | {
      readonly kind: 'stop';
      readonly status: number | null;
      readonly words: string | null;
      readonly failure: TelecrmFailure;
    };

/**
 * Decides from facts alone. Telecrm documents 200 and 401 only; for everything else this holds: a lead is called accepted,
 * rejected or back in the queue only where that is certain, and unknown everywhere else.
 */
export function judgeReply(reply: Reply, hasActions: boolean): Verdict {
  switch (reply.kind) {
    case 'answered':
      return judgeAnswer(reply, hasActions);
    case 'not-sent':
      return judgeNotSent(reply.code);
    case 'no-answer':
      return {
        kind: 'unknown',
        status: null,
        words: reply.code,
        mayRepeat: !hasActions,
        retryAfter: null,
        date: null,
      };
    default:
      return unreachable(reply);
  }
}

function judgeNotSent(code: string): Verdict {
  if (code === TOKEN_MISSING || code === TOKEN_UNUSABLE) {
    const failure =
      code === TOKEN_MISSING ? ({ kind: 'token-missing' } as const) : ({ kind: 'token-refused' } as const);
    return { kind: 'stop', status: null, words: null, failure };
  }
  return { kind: 'back-in-queue', why: 'offline', status: null, words: code, retryAfter: null, date: null };
}

type Answer = Extract<Reply, { kind: 'answered' }>;

function judgeAnswer(answer: Answer, hasActions: boolean): Verdict {
  const { status, retryAfter, date } = answer;
  if (status >= 200 && status <= 299 && isTelecrmsOwn(answer)) {
    return { kind: 'accepted', status };
  }
  const { code, message: words } = serverWords(answer.body);
  if (status === 429) {
    return { kind: 'back-in-queue', why: 'slow-down', status, words, retryAfter, date };
  }
  // A proxy that wants a password: the request did not get past it.
  if (status === 407) {
    return { kind: 'back-in-queue', why: 'offline', status, words, retryAfter, date };
  }
  if (status >= 400 && status <= 499 && status !== 408) {
    const failure = failureOfWorkspace(status, code, words);
    return failure === null ? { kind: 'rejected', status, words } : { kind: 'stop', status, words, failure };
  }
  return { kind: 'unknown', status, words, mayRepeat: !hasActions, retryAfter, date };
}

/**
 * Telecrm answers 2xx with JSON; older hosts with the text `OK` (called `text/html` by their server) or nothing. A web page
 * comes from a portal or proxy that stands in its place, and a 2xx that speaks of an error is not an acceptance: neither says
 * what became of the lead.
 */
function isTelecrmsOwn(answer: Answer): boolean {
  if (isHtml(answer.body)) {
    return false;
  }
  const error = parseObject(answer.body)?.['error'];
  return error === undefined || error === null || error === false || error === '';
}

/** Codes that are about the token or the workspace, under whichever 4xx they come (seen in public code, not documented). */
function failureOfWorkspace(
  status: number,
  code: string | null,
  words: string | null,
): TelecrmFailure | null {
  if (code === 'ENTERPRISE_LICENSE_EXPIRED') {
    return { kind: 'licence-expired', words: words ?? '' };
  }
  if (status === 401 || code === 'NOT_AUTHORIZED' || code === 'INVALID_TOKEN' || code === 'UNAUTHORIZED') {
    return { kind: 'token-refused' };
  }
  if (status === 403 || status === 404 || code === 'ENTERPRISE_NOT_FOUND') {
    return { kind: 'workspace-refused', status, words: words ?? '' };
  }
  return null;
}
