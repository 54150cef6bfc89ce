import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCloudDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CatalogChanges } from '../../../shared/catalog/catalog-changes.ts';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { catalogNoteWords } from '../../../shared/words/catalog-note-words.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { whenWords } from '../../../shared/words/when-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useNow } from '../../state/use-now.ts';
import { useWords } from '../../words/words-context.ts';
import { TokenForm } from './TokenForm.tsx';

/** Fills the workspace from Telecrm by one click, with the token that reads, and says what changed. */
export function SyncPanel({ view }: { readonly view: WorkspaceView }) {
  const words = useWords();
  const { say } = words;
  const reading = useAction();
  const nowMs = useNow(60_000);
  const [changes, setChanges] = useState<CatalogChanges | null>(null);
  const { workspaceId, isPractice } = view;
  const { catalogReadAtMs } = view.workspace;
  const underWay = useApp((state) =>
    state.snapshot?.catalogs.find((one) => one.workspaceId === view.workspaceId),
  );
  const canRead = isPractice || view.syncToken !== 'none';

  const read = async (): Promise<void> => {
    setChanges(null);
    const done = await reading.run(() => ask('workspace.refreshCatalog', { workspaceId }));
    await readApp();
    if (done !== undefined) {
      setChanges(done.changes);
    }
  };
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="sync-title">
      <Stack gap="sm">
        <Title order={2} id="sync-title">
          {say('workspace.sync.title')}
        </Title>
        <Text size="sm">{say('workspace.sync.text')}</Text>
        {!isPractice && <TokenForm view={view} kind="sync" onSaved={read} />}
        {canRead && (
          <Group gap="sm">
            <Button
              leftSection={<IconCloudDownload size={18} aria-hidden />}
              loading={reading.isRunning}
              onClick={() => void read()}
            >
              {say(isPractice ? 'workspace.sync.practiceRead' : 'workspace.sync.read')}
            </Button>
            <Text size="sm" c="dimmed">
              {catalogReadAtMs === null
                ? say('workspace.sync.neverRead')
                : say('workspace.sync.lastRead', { when: whenWords(words, catalogReadAtMs, nowMs) })}
            </Text>
          </Group>
        )}
        {underWay !== undefined && changes === null && (
          <Group gap="sm" role="status">
            <Text size="sm">
              {underWay.waitsUntilMs === null
                ? say('workspace.sync.reading')
                : say('workspace.sync.waits', { time: words.moments.time(underWay.waitsUntilMs) })}
            </Text>
            <Button
              variant="default"
              size="xs"
              onClick={() => void ask('workspace.stopRefresh', { workspaceId })}
            >
              {say('workspace.sync.stop')}
            </Button>
          </Group>
        )}
        <FailureNotice failure={reading.failure} onDismiss={reading.clear} />
        {changes !== null && <Changes changes={changes} />}
      </Stack>
    </Paper>
  );
}

function Changes({ changes }: { readonly changes: CatalogChanges }) {
  const { say } = useWords();
  const { added, changed, notInTelecrm, notes } = changes;
  const isSame = added.length === 0 && changed.length === 0;
  return (
    <div role="status">
      <Notice tone={notInTelecrm.length === 0 && notes.length === 0 ? 'good' : 'warn'}>
        <Text size="sm">
          {say('workspace.sync.found', {
            fields: changes.fieldCount,
            actions: changes.actionCount,
            members: changes.memberCount,
          })}{' '}
          {isSame && say('workspace.sync.unchanged')}
          {added.length > 0 && `${say('workspace.sync.added', { labels: added.join(', ') })} `}
          {changed.length > 0 && say('workspace.sync.changed', { labels: changed.join(', ') })}
        </Text>
        {(notInTelecrm.length > 0 || notes.length > 0) && (
          <List size="sm">
            {notInTelecrm.map((gone) => (
              <List.Item key={`${gone.kind} ${gone.apiName}`}>{goneWords(say, gone)}</List.Item>
            ))}
            {notes.map((note) => (
              <List.Item key={JSON.stringify(note)}>{catalogNoteWords(say, note)}</List.Item>
            ))}
          </List>
        )}
      </Notice>
    </div>
  );
}

/** What the workspace has and Telecrm does not. */
function goneWords(
  say: Say,
  { kind, label, apiName, closest }: CatalogChanges['notInTelecrm'][number],
): string {
  if (kind === 'action') {
    return say('workspace.sync.missingAction', { label, apiName });
  }
  return closest === null
    ? say('workspace.sync.missing', { label, apiName })
    : say('workspace.sync.closest', { label, apiName, closest });
}
