import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import { leadComparison, type Show } from '../../shared/lookup/compare-lead.ts';
import { identifierOf } from '../../shared/lookup/identifier-of.ts';
import { fateOf, findingOf } from '../../shared/lookup/judge-lookup.ts';
import type { LookupPurpose } from '../../shared/lookup/lookup.ts';
import { textsOf } from '../../shared/lookup/texts-of.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { LookedUp } from '../journal/lookup-store.ts';
import type { FoundLead } from '../telecrm/search-leads.ts';
import type { LookupLead } from './lookup-source.ts';

/** Matches rows with the leads that Telecrm has. Made once for a lookup. */
export type JudgeRows = (
  rows: readonly LookupLead[],
  inTelecrm: readonly FoundLead[],
) => Result<readonly LookedUp[], Failure>;

/**
 * Prepares what is decided for every batch: which lead belongs to which row, what differs, and the fate that follows. Fails
 * with `sync-not-understood` where a lead in the answer cannot be told to be one of those that were asked for (identifiers
 * hidden or in another form): calling a lead missing because its answer could not be read would be a lie.
 */
export function rowJudge(workspace: Workspace, purpose: LookupPurpose, show: Show): JudgeRows {
  const { fields, identifier } = catalogOf(workspace);
  const type = fields.find(({ apiName }) => apiName === identifier)?.type ?? 'text';
  const keyOf = identifierOf(type, workspace.defaultCountry);
  const compare = leadComparison(fields, identifier, {
    defaultCountry: workspace.defaultCountry,
    timeZone: workspace.timeZone,
    show,
    purpose: purpose === 'forecast' ? 'to-send' : 'sent',
  });
  return (rows, inTelecrm) => {
    const byKey = new Map<string, FoundLead[]>(rows.map((row) => [keyOf(row.fields[identifier]) ?? '', []]));
    for (const lead of inTelecrm) {
      const key = keyOf(lead[identifier]);
      const known = key === null ? undefined : byKey.get(key);
      if (known === undefined) {
        return failed({ kind: 'sync-not-understood', call: 'search' });
      }
      known.push(lead);
    }
    return success(
      rows.map((row) => {
        const candidates = byKey.get(keyOf(row.fields[identifier]) ?? '') ?? [];
        const { finding, differences } = findingOf(
          purpose,
          candidates.map((lead) => compare(row.fields, lead)),
        );
        return {
          row: {
            rowIndex: row.rowIndex,
            rowNumber: row.rowNumber,
            identifier: identifierText(row, identifier),
            finding,
            differences,
          },
          fate: fateOf(purpose, finding),
        };
      }),
    );
  };
}

/** The identifier's value as it is sent; empty where the workspace's identifier is another field by now. */
export function identifierText(row: LookupLead, identifier: string): string {
  return textsOf(row.fields[identifier])[0] ?? '';
}
