import { z } from 'zod';
import type { BookedLead, LeadBook } from './lead-book.ts';

const searchSchema = z.object({
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])),
});

/** The leads for which every field in the body has one of its values; `null` where the body is no search. */
export function searchBook(body: Buffer, book: LeadBook): readonly BookedLead[] | null {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
  const search = searchSchema.safeParse(json);
  if (!search.success) {
    return null;
  }
  const wanted = Object.entries(search.data.fields).map(
    ([apiName, value]) => [apiName, [value].flat().map(String)] as const,
  );
  const [first, ...others] = wanted;
  return first === undefined
    ? book.all()
    : book
        .search(...first)
        .filter((lead) => others.every(([apiName, values]) => values.includes(String(lead.fields[apiName]))));
}
