import { Button, Stack, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';

/** Saves the workspace as a file for a colleague, or for the command line. It holds no token. */
export function ExportButton({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  const saving = useAction();
  const [fileName, setFileName] = useState<string | null>(null);

  const save = async (): Promise<void> => {
    const { workspaceId } = view;
    const saved = await saving.run(() => ask('workspace.export', { workspaceId }));
    setFileName(saved?.fileName ?? null);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconFileExport size={18} aria-hidden />}
        loading={saving.isRunning}
        onClick={() => void save()}
      >
        {say('workspace.file.export')}
      </Button>
      <FailureNotice failure={saving.failure} onDismiss={saving.clear} />
      <Text role="status" size="sm" c="dimmed">
        {fileName !== null && say('workspace.file.exported', { fileName })}
      </Text>
    </Stack>
  );
}
