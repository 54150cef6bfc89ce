/** A body as JSON (`undefined` when it is none), and the lead in it (`null` when it holds none). */
export type ParsedLead = {
  readonly parsed: unknown;
  readonly lead: {
    readonly fields: Readonly<Record<string, unknown>>;
    readonly actions: readonly unknown[];
  } | null;
};

/** Reads a request's body as Telecrm's call demands it: a JSON object with an object `fields` and maybe a list `actions`. */
export function parseLead(body: Buffer): ParsedLead {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    // Not JSON is an answer of its own (400), not an error here.
    return { parsed: undefined, lead: null };
  }
  if (!isObject(parsed) || !isObject(parsed['fields'])) {
    return { parsed, lead: null };
  }
  const actions: unknown = parsed['actions'];
  return { parsed, lead: { fields: parsed['fields'], actions: Array.isArray(actions) ? actions : [] } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
