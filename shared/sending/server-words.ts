import { redact } from './redact.ts';

/** Longest message that is kept, in characters. */
export const LONGEST_WORDS = 300;

/** What an answer's body says, for people and for `judgeReply`. */
export type ServerWords = {
  /** Telecrm's name of the error, such as `NOT_AUTHORIZED`; `null` when there is none. */
  readonly code: string | null;
  /** One line for people: bounded, without control characters, redacted; `null` when the body says nothing. */
  readonly message: string | null;
};

/**
 * Reads the message out of an answer: Telecrm's `{"error":{"code","message"}}`, a bare `{"error":"…"}`, `{"message":"…"}`,
 * plain text, or the title of a web page that stands in Telecrm's place.
 */
export function serverWords(body: string): ServerWords {
  const text = body.replace(/^\uFEFF/u, '').trim();
  const json = parseObject(text);
  if (json !== null) {
    return wordsOfJson(json);
  }
  return { code: null, message: oneLine(isHtml(text) ? textOfPage(text) : text) };
}

/** Whether a body is a web page: Telecrm never sends one, but portals, proxies and gateways do. */
export function isHtml(body: string): boolean {
  return /^\uFEFF?\s*<[a-z!?]/iu.test(body);
}

/** The body as a JSON object; `null` for anything else. */
export function parseObject(body: string): Readonly<Record<string, unknown>> | null {
  if (!/^\uFEFF?\s*\{/u.test(body)) {
    return null;
  }
  try {
    const value: unknown = JSON.parse(body.replace(/^\uFEFF/u, ''));
    return isObject(value) ? value : null;
  } catch {
    // Cut off, or never JSON: its words are read as text.
    return null;
  }
}

function wordsOfJson(json: Readonly<Record<string, unknown>>): ServerWords {
  const error = json['error'];
  const inner = isObject(error) ? error : json;
  const code = firstText(inner['code'], json['code'], looksLikeCode(error) ? error : null);
  const message = firstText(inner['message'], error, json['message'], json['errors'], inner['detail'], code);
  return { code: code === null ? null : oneLine(code), message: message === null ? null : oneLine(message) };
}

/** Some answers say `"error":"ENTERPRISE_NOT_FOUND"` where others say it as the code. */
function looksLikeCode(error: unknown): boolean {
  return typeof error === 'string' && /^[A-Z][A-Z0-9_]{3,59}$/u.test(error);
}

/** The first that is text, or a list whose first element is. */
function firstText(...candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const value: unknown = Array.isArray(candidate) ? candidate[0] : candidate;
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
  }
  return null;
}

function textOfPage(html: string): string {
  const title = /<title[^>]*>([^<]*)/iu.exec(html)?.[1]?.trim() ?? '';
  if (title !== '') {
    return unescapeHtml(title);
  }
  const visible = html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replaceAll(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replaceAll(/<[^>]*(?:>|$)/gu, ' ');
  return unescapeHtml(visible);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescapeHtml(text: string): string {
  return text
    .replaceAll(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&([a-z]{2,4});/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Redacts before it cuts: the front half of a secret would no longer look like one. */
function oneLine(text: string): string | null {
  const line = redact(
    text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/\s+/gu, ' '),
  ).trim();
  if (line === '') {
    return null;
  }
  return line.length <= LONGEST_WORDS
    ? line
    : `${line.slice(0, LONGEST_WORDS - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
