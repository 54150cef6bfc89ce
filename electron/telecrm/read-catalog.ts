import type { CatalogNote, SyncPart } from '../../shared/catalog/catalog-note.ts';
import type { ListedCatalog } from '../../shared/catalog/listed-catalog.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { readListedActions } from './read-listed-actions.ts';
import { readIdentifierId, readListedFields } from './read-listed-fields.ts';
import { readListedPipeline } from './read-listed-pipeline.ts';
import { readListedTeam } from './read-listed-team.ts';
import type { SyncClient } from './sync-client.ts';
import { isBareNothing } from './sync-wire.ts';

/** The most that the Sync API gives at once (its documentation). */
const TEAM_PAGE = 10;
/** Fifty pages take fifty seconds; a longer list is cut, and said to be. */
const MOST_TEAM_PAGES = 50;

/**
 * Reads everything that Telecrm tells of a workspace. The first call also tests the token. Without the fields there is
 * nothing to refresh, so trouble with them is the outcome; what cannot be read of actions, statuses and team is named in
 * `notes`, and the rest is used.
 */
export async function readCatalog(
  client: SyncClient,
  signal: AbortSignal,
): Promise<Result<ListedCatalog, Failure>> {
  const notes: CatalogNote[] = [];
  const ask: Ask = async (part, path, read) => {
    const answer = await client.call({ part, path, body: null }, signal);
    if (!answer.ok) {
      if (endsAll(answer.failure)) {
        return answer;
      }
      notes.push({ kind: 'part-unreadable', part, status: statusOf(answer.failure) });
      return success(null);
    }
    const found = read(answer.value);
    if (found === null) {
      notes.push({ kind: 'part-unreadable', part, status: null });
    }
    return success(found);
  };

  // Whether it names the identifier or not, it is no reason to say that something was not understood.
  const identifier = await ask('workspace', 'metadata', (json) => ({ id: readIdentifierId(json) }));
  if (!identifier.ok) {
    return identifier;
  }
  const fieldsAnswer = await client.call(
    { part: 'fields', path: 'custom-fields?detail=true', body: null },
    signal,
  );
  if (!fieldsAnswer.ok) {
    return fieldsAnswer;
  }
  const fields = readListedFields(fieldsAnswer.value, notes);
  if (fields === null) {
    return failed({ kind: 'sync-not-understood', call: 'fields' });
  }
  const actions = await ask('actions', 'custom-actions?detail=true', (json) =>
    readListedActions(json, notes),
  );
  if (!actions.ok) {
    return actions;
  }
  const pipeline = await ask('pipeline', 'lead-stage-pipeline', (json) => readListedPipeline(json, notes));
  if (!pipeline.ok) {
    return pipeline;
  }
  const team = await readTeam(ask, notes);
  if (!team.ok) {
    return team;
  }
  return success({
    identifierFieldId: identifier.value?.id ?? null,
    fields,
    actions: actions.value,
    pipeline: pipeline.value,
    team: team.value,
    notes,
  });
}

/** Asks for one part; `null` where it is not to be had, which is then noted. Fails with what ends the whole reading. */
type Ask = <Found>(
  part: SyncPart,
  path: string,
  read: (json: unknown) => Found | null,
) => Promise<Result<Found | null, Failure>>;

/** Page by page, until all are there or nobody new comes (a server that takes no notice of `skip`). */
async function readTeam(
  ask: Ask,
  notes: CatalogNote[],
): Promise<Result<readonly TeamMember[] | null, Failure>> {
  const members = new Map<string, TeamMember>();
  for (let page = 0; page < MOST_TEAM_PAGES; page += 1) {
    const skip = page * TEAM_PAGE;
    const path = `team-members?skip=${skip}&limit=${TEAM_PAGE}`;
    // Behind other pages it is the end of a list whose length was not told.
    const answer = await ask('team', path, (json) =>
      page === 0 && isBareNothing(json) ? null : readListedTeam(json),
    );
    if (!answer.ok) {
      return answer;
    }
    if (answer.value === null) {
      return success(members.size === 0 ? null : [...members.values()]);
    }
    const { items, length, total } = answer.value;
    const before = members.size;
    for (const member of items) {
      members.set(member.email.toLowerCase(), member);
    }
    const isLast = total === null ? length < TEAM_PAGE : skip + length >= total;
    if (isLast || members.size === before) {
      return success([...members.values()]);
    }
  }
  notes.push({ kind: 'list-cut', part: 'team', kept: MOST_TEAM_PAGES * TEAM_PAGE });
  return success([...members.values()]);
}

/** The token, the network and the user end the whole reading; anything else only the part that was asked for. */
function endsAll(failure: Failure): boolean {
  return failure.kind !== 'sync-error' && failure.kind !== 'sync-not-understood';
}

function statusOf(failure: Failure): number | null {
  return failure.kind === 'sync-error' ? failure.status : null;
}
