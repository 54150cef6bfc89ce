import type { ServerResponse } from 'node:http';
import { unreachable } from '../../shared/unreachable.ts';
import type { Fault } from './faults.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const PORTAL_PAGE =
  '<!doctype html><html><head><title>Welcome to the Wi-Fi</title></head><body><h1>Please log in</h1></body></html>';

/** Telecrm's one good answer. */
export function answerQueued(response: ServerResponse): void {
  send(response, 200, JSON_TYPE, '{"status":"QUEUED"}');
}

/** An error as Telecrm words it. */
export function answerError(
  response: ServerResponse,
  status: number,
  error: { readonly code: string; readonly message: string },
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, { ...JSON_TYPE, ...headers }, JSON.stringify({ error }));
}

/** What a fault does to a request that was read, allowed and within the quota. `reset-before` and `token-deleted` end earlier. */
export type FaultEffect = {
  readonly isTakenIn: boolean;
  /** Status of the answer; `null` when none, or only half of one, is given. */
  readonly status: number | null;
  readonly act: (response: ServerResponse) => void;
};

/** What a fault does. */
export function effectOf(fault: Fault): FaultEffect {
  switch (fault.kind) {
    case 'reset-before':
      return { isTakenIn: false, status: null, act: reset };
    case 'reset-after':
      return { isTakenIn: true, status: null, act: reset };
    case 'hang':
      return { isTakenIn: fault.isTakenIn, status: null, act: () => {} };
    case 'slow':
      return { isTakenIn: true, status: 200, act: (response) => answerLater(response, fault.delayMs) };
    case 'half-answer':
      return { isTakenIn: true, status: null, act: answerHalf };
    case 'status': {
      const { status, headers, body, isTakenIn } = fault;
      return { isTakenIn, status, act: (response) => send(response, status, headers, body) };
    }
    case 'html': {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return {
        isTakenIn: false,
        status: fault.status,
        act: (response) => send(response, fault.status, headers, PORTAL_PAGE),
      };
    }
    case 'redirect': {
      const headers = { location: fault.location };
      return { isTakenIn: false, status: 302, act: (response) => send(response, 302, headers, '') };
    }
    case 'rate-limit': {
      const headers = fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter };
      const error = { code: 'TOO_MANY_REQUESTS', message: 'Slow down' };
      return { isTakenIn: false, status: 429, act: (response) => answerError(response, 429, error, headers) };
    }
    case 'token-deleted': {
      const error = { code: 'NOT_AUTHORIZED', message: 'The token was deleted' };
      return { isTakenIn: false, status: 401, act: (response) => answerError(response, 401, error) };
    }
    default:
      return unreachable(fault);
  }
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function answerLater(response: ServerResponse, delayMs: number): void {
  const timer = setTimeout(() => answerQueued(response), delayMs);
  response.once('close', () => clearTimeout(timer));
}

/** Promises more than it sends. */
function answerHalf(response: ServerResponse): void {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': 100 });
  response.write('{"status":', () => response.socket?.destroy());
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
