import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { totalIn } from './read-listed-team.ts';
import type { SyncClient } from './sync-client.ts';
import { firstTextIn, listIn, objectIn } from './sync-wire.ts';

/** Identifiers in one call, and leads in one answer: the most that an answer takes (Telecrm's documentation). */
export const SEARCH_LIMIT = 100;
/** Several leads with one identifier are not meant to be, so more than a few pages are a server that repeats itself. */
const MOST_PAGES = 20;

/** A lead as Telecrm has it: values by API name, in whatever form it gives them. */
export type FoundLead = Readonly<Record<string, unknown>>;

/** The leads whose field `apiName` is one of `values` (at most `SEARCH_LIMIT`), in no particular order. */
export async function searchLeads(
  client: SyncClient,
  wanted: { readonly apiName: string; readonly values: readonly string[] },
  signal: AbortSignal,
): Promise<Result<readonly FoundLead[], Failure>> {
  const found: FoundLead[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = `lead/search?skip=${page * SEARCH_LIMIT}&limit=${SEARCH_LIMIT}`;
    const answer = await client.call(
      { part: 'search', path, body: { fields: { [wanted.apiName]: wanted.values } } },
      signal,
    );
    if (!answer.ok) {
      return answer;
    }
    const items = listIn(answer.value, ['leads', 'results', 'items']);
    const leads = items?.map(fieldsOf) ?? [null];
    if (items === null || leads.includes(null)) {
      return failed({ kind: 'sync-not-understood', call: 'search' });
    }
    found.push(...leads.filter((lead) => lead !== null));
    const total = totalIn(answer.value);
    // "Nobody is there" decides what is sent again, so it counts only with the count that Telecrm documents: `[]` alone is also
    // what other programs answer to anything.
    if (page === 0 && items.length === 0 && total === null) {
      break;
    }
    const isLast = total === null ? items.length < SEARCH_LIMIT : page * SEARCH_LIMIT + items.length >= total;
    if (isLast) {
      return success(found);
    }
    if (items.length === 0) {
      break;
    }
  }
  // Half an answer, or none, would make leads missing that are there.
  return failed({ kind: 'sync-not-understood', call: 'search' });
}

/** The values of a lead: under `fields`, as a record or as a list of names and values; or beside everything else. */
function fieldsOf(item: unknown): FoundLead | null {
  const object = objectIn(item);
  if (object === null) {
    return null;
  }
  const record = objectIn(object['fields']);
  if (record !== null) {
    return record;
  }
  const list = listIn(object['fields'], []);
  if (list === null) {
    return object;
  }
  return Object.fromEntries(
    list.flatMap((field) => {
      const part = objectIn(field);
      const apiName = part === null ? null : firstTextIn(part, ['apiName', 'name', 'key']);
      return part === null || apiName === null ? [] : [[apiName, part['value']] as const];
    }),
  );
}
