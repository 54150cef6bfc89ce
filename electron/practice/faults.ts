/** Something that goes wrong with one request. Unless it says otherwise, the lead is not taken in. */
export type Fault =
  /** The connection is reset before anything is read. */
  | { readonly kind: 'reset-before' }
  /** The lead is taken in, then the connection is reset without an answer. */
  | { readonly kind: 'reset-after' }
  /** No answer ever comes; `isTakenIn` says whether the lead is. */
  | { readonly kind: 'hang'; readonly isTakenIn: boolean }
  /** The lead is taken in and answered, but only after `delayMs`. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The lead is taken in, then half an answer comes. */
  | { readonly kind: 'half-answer' }
  /** Any answer; `isTakenIn` says whether the lead is taken in all the same. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly isTakenIn: boolean;
    }
  /** A web page with status `status`, as a portal or gateway in Telecrm's place sends it. */
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'redirect'; readonly location: string }
  /** 429; `retryAfter` is the header as it is sent, `null` for none. */
  | { readonly kind: 'rate-limit'; readonly retryAfter: string | null }
  /** From this request on the token is refused, as if it had been deleted. */
  | { readonly kind: 'token-deleted' };

/** A fault at one request or at several in a row. Requests count from 1 in the order in which they arrive. */
export type ScriptedFault = Fault & {
  readonly atRequest: number;
  /** At how many requests in a row; 1 unless given. */
  readonly times?: number;
};

/** Faults that chance can bring, and how often: 0 to 1 of all requests, together at most 1. */
export type FaultRates = Partial<
  Record<'reset-before' | 'reset-after' | 'half-answer' | 'html' | 'rate-limit' | 'server-error', number>
>;

/** What goes wrong: by script, or by chance that is the same for the same seed. */
export type FaultPlan = readonly ScriptedFault[] | { readonly seed: number; readonly rates: FaultRates };

/** The fault of the request with this number; `null` when all goes well. */
export function faultOf(plan: FaultPlan, requestNumber: number): Fault | null {
  if (isScript(plan)) {
    return plan.find((fault) => isAt(fault, requestNumber)) ?? null;
  }
  let chance = chanceOf(plan.seed, requestNumber);
  for (const [name, rate] of Object.entries(plan.rates)) {
    chance -= rate;
    if (chance < 0) {
      return faultByName(name);
    }
  }
  return null;
}

/** A server error as gateways send it. */
export const SERVER_ERROR: Fault = {
  kind: 'status',
  status: 502,
  body: '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>',
  headers: { 'content-type': 'text/html' },
  isTakenIn: false,
};

function isScript(plan: FaultPlan): plan is readonly ScriptedFault[] {
  return Array.isArray(plan);
}

function isAt(fault: ScriptedFault, requestNumber: number): boolean {
  const end = fault.kind === 'token-deleted' ? Infinity : fault.atRequest + (fault.times ?? 1);
  return requestNumber >= fault.atRequest && requestNumber < end;
}

function faultByName(name: string): Fault {
  switch (name) {
    case 'reset-before':
    case 'reset-after':
    case 'half-answer':
      return { kind: name };
    case 'html':
      return { kind: 'html', status: 200 };
    case 'rate-limit':
      return { kind: 'rate-limit', retryAfter: null };
    default:
      return SERVER_ERROR;
  }
}

/** 0 to 1, the same for the same seed and request, whatever other requests do (mulberry32, public domain, T. Ettinger). */
function chanceOf(seed: number, requestNumber: number): number {
  let state = (seed + Math.imul(requestNumber, 0x6d2b79f5)) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}
