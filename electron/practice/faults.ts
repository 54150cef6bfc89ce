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

/** Faults that chance can bring. No Telecrm is involved in `html`, `redirect` and `log-in`: something stands in its place. */
export const CHANCE_FAULTS = [
  'reset-before',
  'reset-after',
  'half-answer',
  'html',
  'redirect',
  'log-in',
  'rate-limit',
  /** An error as gateways send it; the lead did not arrive. */
  'server-error',
  /** The same, but the lead had arrived. */
  'late-error',
] as const;
export type ChanceFault = (typeof CHANCE_FAULTS)[number];

/** How often they come: 0 to 1 of all requests, together at most 1. */
export type FaultRates = Partial<Record<ChanceFault, number>>;

/** What goes wrong: by script, or by chance that is the same for the same seed. */
export type FaultPlan = readonly ScriptedFault[] | { readonly seed: number; readonly rates: FaultRates };

const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';
const PAGE_TYPE = { 'content-type': 'text/html' };

const FAULTS_BY_CHANCE: Readonly<Record<ChanceFault, Fault>> = {
  'reset-before': { kind: 'reset-before' },
  'reset-after': { kind: 'reset-after' },
  'half-answer': { kind: 'half-answer' },
  html: { kind: 'html', status: 200 },
  'rate-limit': { kind: 'rate-limit', retryAfter: null },
  redirect: { kind: 'redirect', location: 'http://127.0.0.1:9/log-in' },
  'log-in': { kind: 'html', status: 511 },
  'server-error': { kind: 'status', status: 502, body: GATEWAY_PAGE, headers: PAGE_TYPE, isTakenIn: false },
  'late-error': { kind: 'status', status: 504, body: GATEWAY_PAGE, headers: PAGE_TYPE, isTakenIn: true },
};

/** The fault of the request with this number; `null` when all goes well. */
export function faultOf(plan: FaultPlan, requestNumber: number): Fault | null {
  if (isScript(plan)) {
    return plan.find((fault) => isAt(fault, requestNumber)) ?? null;
  }
  let chance = chanceOf(plan.seed, requestNumber);
  for (const name of CHANCE_FAULTS) {
    chance -= plan.rates[name] ?? 0;
    if (chance < 0) {
      return FAULTS_BY_CHANCE[name];
    }
  }
  return null;
}

function isScript(plan: FaultPlan): plan is readonly ScriptedFault[] {
  return Array.isArray(plan);
}

function isAt(fault: ScriptedFault, requestNumber: number): boolean {
  const end = fault.kind === 'token-deleted' ? Infinity : fault.atRequest + (fault.times ?? 1);
  return requestNumber >= fault.atRequest && requestNumber < end;
}

/** 0 to 1, the same for the same seed and request, whatever other requests do (mulberry32, public domain, T. Ettinger). */
function chanceOf(seed: number, requestNumber: number): number {
  let state = (seed + Math.imul(requestNumber, 0x6d2b79f5)) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}
