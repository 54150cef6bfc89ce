import { Button, Group, List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/catalog/workspace-view.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { readApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import { teamOfText, textOfTeam } from './team-text.ts';

/** Who leads can be assigned to: read from Telecrm, or typed. */
export function TeamPanel({ view }: { readonly view: WorkspaceView }) {
  const { say } = useWords();
  const saving = useAction();
  const { workspaceId, workspace } = view;
  const before = textOfTeam(workspace.team);
  const [text, setText] = useState(before);
  const { team, wrongLines } = teamOfText(text);

  const save = async (): Promise<void> => {
    // Those who were switched off stay, so that leads of theirs are told apart from misspelt addresses.
    const off = (workspace.team ?? []).filter(({ isActive }) => !isActive);
    const all = [...team, ...off];
    await saving.run(() => ask('workspace.setTeam', { workspaceId, team: all.length === 0 ? null : all }));
    await readApp();
  };
  return (
    <section aria-labelledby="team-title">
      <Stack gap="xs">
        <Title order={2} id="team-title">
          {say('workspace.team.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {say('workspace.team.text')}
        </Text>
        <Textarea
          label={say('workspace.team.label')}
          description={say('workspace.team.count', { count: team.length })}
          autosize
          minRows={2}
          maxRows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        {wrongLines.length > 0 && (
          <div role="status">
            <List size="sm">
              {wrongLines.map(({ line, text: wrong }) => (
                <List.Item key={line}>
                  {say('workspace.team.lineWrong', { line: String(line), text: wrong })}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <FailureNotice failure={saving.failure} onDismiss={saving.clear} />
        {text !== before && (
          <Group>
            <Button variant="default" loading={saving.isRunning} onClick={() => void save()}>
              {say('workspace.team.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}
