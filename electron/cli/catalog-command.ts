import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { CatalogChanges } from '../../shared/catalog/catalog-changes.ts';
import { mergeCatalog } from '../../shared/catalog/merge-catalog.ts';
import { workspaceFileText } from '../../shared/catalog/workspace-file.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { catalogNoteWords } from '../../shared/words/catalog-note-words.ts';
import type { Say } from '../../shared/words/make-words.ts';
import { SystemClock } from '../sending/system-clock.ts';
import { openSync } from '../telecrm/open-sync.ts';
import { environmentProxies } from '../telecrm/proxy-environment.ts';
import { readCatalog } from '../telecrm/read-catalog.ts';
import { SyncPace } from '../telecrm/sync-pace.ts';
import type { Command } from './command-line.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';
import { readGivenToken, readWorkspace } from './surroundings.ts';

/**
 * `catalog`: reads fields, actions, statuses and team from Telecrm with a Sync token and says what there is and what changed
 * since the workspace file; with `--save` it writes the workspace with all of it.
 */
export async function catalogCommand(
  command: Extract<Command, { kind: 'catalog' }>,
  output: Output,
): Promise<ExitCode> {
  const token = readGivenToken(command.tokenFromStdin, 'TELECRM_SYNC_TOKEN');
  const before = readWorkspace(command);
  if (!before.ok) {
    output.fail(before.failure);
    return EXIT.badInput;
  }
  const read = await readFor(before.value, token, output);
  if (!read.ok && read.failure.kind === 'cancelled') {
    output.say(output.words.say('cli.interrupted'));
    return EXIT.interrupted;
  }
  if (!read.ok) {
    output.fail(read.failure);
    return EXIT.stopped;
  }
  const { workspace, changes } = mergeCatalog(before.value, read.value, Date.now());
  const saved = command.save === null ? success(null) : save(command.save, workspace);
  if (!saved.ok) {
    output.fail(saved.failure);
    return EXIT.badInput;
  }
  describe(workspace, changes, output);
  const { fields, actions, team } = catalogOf(workspace);
  output.put({ kind: 'done', fields: fields.length, actions: actions.length, members: team?.length ?? 0 });
  return EXIT.accepted;
}

/** Fails with `cancelled` where it is interrupted. */
async function readFor(
  workspace: Workspace,
  token: string | null,
  { words, say, put }: Output,
): ReturnType<typeof readCatalog> {
  const interrupted = new AbortController();
  const interrupt = (): void => {
    interrupted.abort();
  };
  const proxies = environmentProxies(process.env);
  const client = openSync(
    {
      apiUrl: workspace.apiUrl,
      enterpriseId: workspace.enterpriseId,
      readToken: () => token,
      pace: new SyncPace(new SystemClock()),
      proxies,
      onWait: (untilMs) => {
        if (untilMs !== null) {
          put({ kind: 'waiting', untilMs });
          say(words.say('cli.catalogWaits', { time: words.moments.time(untilMs) }));
        }
      },
    },
    'someone-waits',
  );
  if (!client.ok) {
    return client;
  }
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    return await readCatalog(client.value, interrupted.signal);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    client.value.close();
  }
}

function save(path: string, workspace: Workspace): Result<null, Failure> {
  try {
    writeFileSync(path, workspaceFileText(workspace, false));
    return success(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed({ kind: 'cannot-write', fileName: basename(path), code });
  }
}

function describe(workspace: Workspace, changes: CatalogChanges, { words, say, put }: Output): void {
  const { fields, actions, identifier, team } = catalogOf(workspace);
  put({ kind: 'catalog', identifier, fields, actions, team, changes });
  for (const { apiName, label, type, options } of fields) {
    const field = { apiName, label, type: words.say(`match.type.${type}`) };
    say(
      options === null
        ? words.say('cli.catalogField', field)
        : words.say('cli.catalogFieldOptions', { ...field, count: options.length }),
    );
  }
  for (const { type, label } of actions) {
    say(words.say('cli.catalogAction', { type, label }));
  }
  say(words.say('cli.catalogTeam', { count: team?.length ?? 0 }));
  for (const gone of changes.notInTelecrm) {
    say(goneWords(words.say, gone));
  }
  for (const note of changes.notes) {
    say(catalogNoteWords(words.say, note));
  }
}

function goneWords(say: Say, { kind, apiName, closest }: CatalogChanges['notInTelecrm'][number]): string {
  if (kind === 'action') {
    return say('cli.catalogMissingAction', { type: apiName });
  }
  return closest === null
    ? say('cli.catalogMissing', { apiName })
    : say('cli.catalogMisspelt', { apiName, closest });
}
