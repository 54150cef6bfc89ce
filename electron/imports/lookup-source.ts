import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FieldValue } from '../../shared/cleaning/clean-value.ts';
import type { Failure } from '../../shared/failure.ts';
import type { LookupPurpose } from '../../shared/lookup/lookup.ts';
import type { Run } from '../../shared/lookup/sample-places.ts';
import { success, type Result } from '../../shared/result.ts';
import type { Fate } from '../../shared/sending/fate.ts';
import { FrozenLeads } from '../journal/frozen-leads.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import type { ImportDesk } from './import-desk-port.ts';

/** A row to look up, with what was, or would be, sent for it. */
export type LookupLead = {
  readonly rowIndex: number;
  readonly rowNumber: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
};

/** The rows that a lookup is about, in sheet order. */
export interface LookupSource {
  /** How many there are from the beginning on. */
  count(): Promise<Result<number, Failure>>;
  /** The rows of this run; runs are asked for in order. Fewer where rows have gone meanwhile. */
  read(run: Run): Promise<Result<readonly LookupLead[], Failure>>;
}

/** The rows that would be sent, as the preview shows them. */
export function readyRows(desk: Pick<ImportDesk, 'page'>, importId: string): LookupSource {
  const filter = { kind: 'fates', fates: ['ready'] } as const;
  let last = -1;
  return {
    count: async () => {
      const page = await desk.page(importId, filter, 0, 1);
      return page.ok ? success(page.value.total) : page;
    },
    read: async ({ place, count }) => {
      const page = await desk.page(importId, filter, place, count);
      if (!page.ok) {
        return page;
      }
      // Rows that became ready meanwhile move the others on; none is looked up twice.
      const rows = page.value.rows.filter(({ rowIndex }) => rowIndex > last);
      last = rows.at(-1)?.rowIndex ?? last;
      return success(rows);
    },
  };
}

/** An accepted lead that was looked up before belongs to it as well: by now it may be there, or be another. */
const FATES_OF: Readonly<Record<Exclude<LookupPurpose, 'forecast'>, readonly Fate[]>> = {
  confirm: ['accepted', 'confirmed', 'not-found'],
  unknown: ['unknown'],
};

/** Rows that were sent, behind `afterRowIndex`, with exactly what was sent for each: by the plan that was frozen for it. */
export function sentRows(
  journal: ImportJournal,
  purpose: Exclude<LookupPurpose, 'forecast'>,
  afterRowIndex: number,
): LookupSource {
  const leads = new FrozenLeads(journal);
  const fates = JSON.stringify(FATES_OF[purpose]);
  const from = 'FROM lead WHERE row_index > ? AND fate IN (SELECT value FROM json_each(?))';
  let last = afterRowIndex;
  let nextPlace = 0;
  return {
    count: () => {
      const found = journal.database.prepare(`SELECT count(*) AS count ${from}`).get(afterRowIndex, fates);
      return Promise.resolve(success((found as { count: number }).count));
    },
    read: async ({ place, count }) => {
      // Rows leave these fates as they are found, so places are counted from the row that was read last.
      const found = journal.database
        .prepare(`SELECT row_index, plan_id ${from} ORDER BY row_index LIMIT ? OFFSET ?`)
        .all(last, fates, count, place - nextPlace) as { row_index: number; plan_id: number }[];
      nextPlace = place + count;
      last = found.at(-1)?.row_index ?? last;
      const read: LookupLead[] = [];
      for (const [index, record] of found.entries()) {
        if (index % ROWS_AT_ONCE === 0) {
          await nextTurn();
        }
        const { rowIndex, rowNumber, body } = leads.lead(record.row_index, record.plan_id, 0);
        read.push({ rowIndex, rowNumber, fields: fieldsIn(body) });
      }
      return success(read);
    },
  };
}

/** Each may lie in another block; the main process must not be held up. */
const ROWS_AT_ONCE = 5;

/** The body was made by `leadBody`, so its form is known. */
function fieldsIn(body: string): LookupLead['fields'] {
  return (JSON.parse(body) as { readonly fields: LookupLead['fields'] }).fields;
}
