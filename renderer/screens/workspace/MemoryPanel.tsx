import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Remembered } from '../../../shared/mapping/remembered.ts';
import { whenWords } from '../../../shared/words/when-words.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useAction } from '../../state/use-action.ts';
import { useNow } from '../../state/use-now.ts';
import { useWords } from '../../words/words-context.ts';

/** What was learned from earlier files of this workspace, to be seen and forgotten. */
export function MemoryPanel({ workspaceId }: { readonly workspaceId: string }) {
  const words = useWords();
  const { say } = words;
  const nowMs = useNow(60_000);
  const action = useAction();
  const { run } = action;
  const [all, setAll] = useState<readonly Remembered[]>([]);

  const read = useCallback(async (): Promise<void> => {
    const answer = await ask('memory.read', undefined);
    setAll(answer.ok ? answer.value : []);
  }, []);
  useEffect(() => {
    void read();
  }, [read]);

  const forget = async (memoryId: string): Promise<void> => {
    await run(() => ask('memory.forget', { memoryId }));
    await read();
  };
  const own = all.filter((memory) => memory.workspaceId === workspaceId);
  return (
    <section aria-labelledby="memory-title">
      <Stack gap="xs">
        <Title order={2} id="memory-title">
          {say('workspace.memory.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {say('workspace.memory.text')}
        </Text>
        <FailureNotice failure={action.failure} onDismiss={action.clear} />
        {own.length === 0 && <Text size="sm">{say('workspace.memory.none')}</Text>}
        {own.map(({ memoryId, fileName, rememberedAtMs, headings, answers }) => (
          <Group key={memoryId} justify="space-between" align="flex-start" wrap="nowrap">
            <div>
              <Text size="sm" fw={600}>
                {say('workspace.memory.line', {
                  fileName,
                  when: whenWords(words, rememberedAtMs, nowMs),
                })}
              </Text>
              <Text size="sm" c="dimmed" title={headings.join(', ')}>
                {say('workspace.memory.headings', { count: headings.length })}
              </Text>
              <List size="sm">
                {answers.map(({ label, value, becomes }) => (
                  <List.Item key={`${label}\n${value}`}>
                    {becomes === null
                      ? say('workspace.memory.answerEmpty', { label, value })
                      : say('workspace.memory.answer', { label, value, becomes })}
                  </List.Item>
                ))}
              </List>
            </div>
            <Button
              size="xs"
              variant="subtle"
              flex="none"
              aria-label={say('workspace.memory.forgetNamed', { fileName })}
              onClick={() => void forget(memoryId)}
            >
              {say('workspace.memory.forget')}
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
