import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { useWorkspace } from '../../state/use-catalog.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import { ActionTable } from './ActionTable.tsx';
import { DeleteWorkspace } from './DeleteWorkspace.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FieldTable } from './FieldTable.tsx';
import { MemoryPanel } from './MemoryPanel.tsx';
import { SyncPanel } from './SyncPanel.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import { TokenForm } from './TokenForm.tsx';
import { WorkspaceForm } from './WorkspaceForm.tsx';
import { WorkspaceList } from './WorkspaceList.tsx';

/** One Telecrm account: what it is called, how it is reached, and which fields it has. */
export function WorkspaceScreen({ workspaceId }: { readonly workspaceId: string }) {
  const { say } = useWords();
  const view = useWorkspace(workspaceId);
  return (
    <Screen>
      <Group justify="space-between">
        <ScreenHeading>{say('workspace.title')}</ScreenHeading>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => {
            go({ kind: 'leave-workspace' });
          }}
        >
          {say('workspace.back')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {say('workspace.intro')}
      </Text>
      <WorkspaceList shownId={workspaceId} />
      {view !== undefined && (view.isPractice ? <PracticeParts view={view} /> : <RealParts view={view} />)}
    </Screen>
  );
}

function PracticeParts({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  return (
    <>
      <Notice tone="note">{say('workspace.practice.is')}</Notice>
      <SyncPanel view={view} />
      <FieldTable view={view} />
      <ActionTable view={view} />
      <TeamPanel key={view.workspace.catalogReadAtMs} view={view} />
      <MemoryPanel workspaceId={view.workspaceId} />
    </>
  );
}

function RealParts({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  return (
    <>
      <Paper withBorder p="lg">
        {/* Reading from Telecrm may change what the form shows. */}
        <WorkspaceForm key={view.workspace.catalogReadAtMs} view={view} />
      </Paper>
      <Paper withBorder p="lg" component="section" aria-labelledby="token-title">
        <Title order={2} id="token-title" mb="xs">
          {say('workspace.token')}
        </Title>
        <TokenForm view={view} kind="async" onSaved={async () => undefined} />
      </Paper>
      <SyncPanel view={view} />
      <FieldTable view={view} />
      <ActionTable view={view} />
      <TeamPanel key={view.workspace.catalogReadAtMs} view={view} />
      <MemoryPanel workspaceId={view.workspaceId} />
      <Group gap="sm">
        <ExportButton view={view} />
        <DeleteWorkspace view={view} />
      </Group>
    </>
  );
}
