import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCloudDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CatalogChanges } from '../../../shared/catalog/catalog-changes.ts';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { whenWords } from '../../../shared/words/when-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useNow } from '../../state/use-now.ts';
import { useWords } from '../../words/words-context.ts';
import { CatalogChangesNotice } from './CatalogChangesNotice.tsx';
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
        {changes !== null && <CatalogChangesNotice changes={changes} />}
      </Stack>
    </Paper>
  );
}
