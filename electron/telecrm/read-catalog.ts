import type { ListedCatalog } from '../../shared/catalog/listed-catalog.ts';
import type { TeamMember } from '../../shared/catalog/team.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { readListedActions } from './read-listed-actions.ts';
import { readIdentifierId, readListedFields } from './read-listed-fields.ts';
import { readListedPipeline } from './read-listed-pipeline.ts';
import { readListedTeam } from './read-listed-team.ts';
import type { SyncClient } from './sync-client.ts';

/** The most that the Sync API gives at once (its documentation). */
const TEAM_PAGE = 10;
/** Fifty pages take fifty seconds; a longer list is cut, and said to be. */
const MOST_TEAM_PAGES = 50;

/**
 * Reads everything that Telecrm tells of a workspace. The first call also tests the token. Without the fields there is
 * nothing to refresh, so trouble with them is the outcome; what cannot be read of actions, statuses and team is named in
 * `notUnderstood`, and the rest is used.
 */
export async function readCatalog(
  client: SyncClient,
  signal: AbortSignal,
): Promise<Result<ListedCatalog, Failure>> {
  const notUnderstood: string[] = [];
  const ask: Ask = async (name, path, read) => {
    const answer = await client.call({ name, path, body: null }, signal);
    if (!answer.ok) {
      if (endsAll(answer.failure)) {
        return answer;
      }
      notUnderstood.push(`${name} (${whyNot(answer.failure)})`);
      return success(null);
    }
    const found = read(answer.value);
    if (found === null) {
      notUnderstood.push(`${name} (the answer has another form)`);
    }
    return success(found);
  };

  // Whether it names the identifier or not, it is no reason to say that something was not understood.
  const identifier = await ask('the workspace', 'metadata', (json) => ({ id: readIdentifierId(json) }));
  if (!identifier.ok) {
    return identifier;
  }
  const fieldsName = 'the lead fields';
  const fieldsAnswer = await client.call(
    { name: fieldsName, path: 'custom-fields?detail=true', body: null },
    signal,
  );
  if (!fieldsAnswer.ok) {
    return fieldsAnswer;
  }
  const fields = readListedFields(fieldsAnswer.value, notUnderstood);
  if (fields === null) {
    return failed({ kind: 'sync-not-understood', call: fieldsName });
  }
  const actions = await ask('the custom actions', 'custom-actions?detail=true', (json) =>
    readListedActions(json, notUnderstood),
  );
  if (!actions.ok) {
    return actions;
  }
  const pipeline = await ask('the statuses and lost reasons', 'lead-stage-pipeline', readListedPipeline);
  if (!pipeline.ok) {
    return pipeline;
  }
  const team = await readTeam(ask, notUnderstood);
  if (!team.ok) {
    return team;
  }
  return success({
    identifierFieldId: identifier.value?.id ?? null,
    fields,
    actions: actions.value,
    pipeline: pipeline.value,
    team: team.value,
    notUnderstood,
  });
}

/** Asks for one part; `null` where it is not to be had, which is then noted. Fails with what ends the whole reading. */
type Ask = <Found>(
  name: string,
  path: string,
  read: (json: unknown) => Found | null,
) => Promise<Result<Found | null, Failure>>;

/** Page by page, until all are there or nobody new comes (a server that takes no notice of `skip`). */
async function readTeam(
  ask: Ask,
  notUnderstood: string[],
): Promise<Result<readonly TeamMember[] | null, Failure>> {
  const members = new Map<string, TeamMember>();
  for (let page = 0; page < MOST_TEAM_PAGES; page += 1) {
    const skip = page * TEAM_PAGE;
    const path = `team-members?skip=${skip}&limit=${TEAM_PAGE}`;
    const answer = await ask('the team members', path, readListedTeam);
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
  notUnderstood.push(`team members beyond the first ${MOST_TEAM_PAGES * TEAM_PAGE}`);
  return success([...members.values()]);
}

/** The token, the network and the user end the whole reading; anything else only the part that was asked for. */
function endsAll(failure: Failure): boolean {
  return failure.kind !== 'sync-error' && failure.kind !== 'sync-not-understood';
}

function whyNot(failure: Failure): string {
  return failure.kind === 'sync-error'
    ? `Telecrm answered with error ${failure.status}`
    : 'the answer has another form';
}
