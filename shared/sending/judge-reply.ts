import type { TelecrmFailure } from '../failure.ts';
import { unreachable } from '../unreachable.ts';
import { TOKEN_MISSING, TOKEN_UNUSABLE, type Reply } from './reply.ts';
import { isHtml, parseObject, serverWords } from './server-words.ts';
import { troubleOfCode, type Trouble } from './trouble.ts';

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
      readonly trouble: 'server-trouble' | 'not-telecrm';
      /** The server's wish, as it came. */
      readonly retryAfter: string | null;
      readonly date: string | null;
    }
  /** Certainly not accepted, and not for anything in the lead: it waits its turn again, and no attempt is counted. */
  | {
      readonly kind: 'back-in-queue';
      readonly why: 'slow-down' | Exclude<Trouble, 'server-trouble'>;
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
        trouble: 'server-trouble',
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
  const why = troubleOfCode(code);
  return { kind: 'back-in-queue', why, status: null, words: code, retryAfter: null, date: null };
}

type Answer = Extract<Reply, { kind: 'answered' }>;

function judgeAnswer(answer: Answer, hasActions: boolean): Verdict {
  const { status, retryAfter, date } = answer;
  const isGood = status >= 200 && status <= 299;
  if (isGood && isTelecrmsOwn(answer)) {
    return { kind: 'accepted', status };
  }
  const { code, message: words } = serverWords(answer.body);
  const mustWait = MUST_WAIT[status];
  if (mustWait !== undefined) {
    return { kind: 'back-in-queue', why: mustWait, status, words, retryAfter, date };
  }
  const isRefusal = status >= 400 && status <= 499 && status !== 408;
  const failure = isGood || isRefusal ? failureOfWorkspace(status, code, words) : null;
  if (failure !== null) {
    return { kind: 'stop', status, words, failure };
  }
  if (isRefusal) {
    return { kind: 'rejected', status, words };
  }
  const isElse = status <= 399 && !speaksOfError(answer.body);
  const trouble = isElse ? 'not-telecrm' : 'server-trouble';
  return { kind: 'unknown', status, words, mayRepeat: !hasActions, trouble, retryAfter, date };
}

/** Answers that say for certain that the request was not taken in, and that the reason is not in the lead. */
const MUST_WAIT: Readonly<Record<number, 'slow-down' | 'not-telecrm' | 'proxy-password'>> = {
  429: 'slow-down',
  // A proxy that wants a password: the request did not get past it.
  407: 'proxy-password',
  // "Network authentication required": only what stands in the way says so, never a server (RFC 6585).
  511: 'not-telecrm',
};

/** What no answer to a lead is sent as: pictures, scripts, and how portals introduce themselves (RFC 8908). */
const FOREIGN_TYPE = /^(?:image|audio|video|font)\/|javascript|css|captive/u;
/** One word, as older hosts answer, with or without quotation marks. Whoever stands in Telecrm's place says more. */
const ONE_WORD = /^"?[\p{L}\d_-]{1,40}[.!]?"?$/u;
const BAD_WORD = /error|fail|den(?:y|ied)|refus|forbid|unauth|invalid|expired|timeout/iu;
/** As long a start of an answer as is kept: what is cut off there cannot be read as JSON, only how it begins. */
const CUT_OFF_FROM = 4_096;
const BEGINS_WITH_ERROR = /^\{\s*"error"\s*:\s*(?!null|false|"")/u;

/**
 * Telecrm answers 2xx with JSON; older hosts with the text `OK` (called `text/html` by their server) or nothing. A web page or
 * a sentence comes from a portal or proxy that stands in its place, and a 2xx that speaks of an error is not an acceptance:
 * neither says what became of the lead.
 */
function isTelecrmsOwn({ body, contentType }: Answer): boolean {
  const text = body.replace(/^\uFEFF/u, '').trim();
  if (isHtml(text) || FOREIGN_TYPE.test(contentType)) {
    return false;
  }
  if (
    parseObject(text) !== null ||
    (text.startsWith('{') && body.length >= CUT_OFF_FROM && !BEGINS_WITH_ERROR.test(text))
  ) {
    return !speaksOfError(text);
  }
  return text === '' || (ONE_WORD.test(text) && !BAD_WORD.test(text));
}

/** Whether an answer in JSON says that something went wrong, whatever its status. */
function speaksOfError(body: string): boolean {
  const json = parseObject(body);
  const error = json?.['error'];
  const isError = error !== undefined && error !== null && error !== false && error !== '';
  const status = json?.['status'];
  return isError || json?.['success'] === false || (typeof status === 'string' && BAD_WORD.test(status));
}

/** Codes that are about the token or the workspace, under whichever status they come (seen in public code, not documented). */
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
