import { Button, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { USUAL_CHOICES, type Choices } from '../../../shared/choices/choices.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { ScreenHeading } from '../../parts/ScreenHeading.tsx';
import { readApp, useApp } from '../../state/app-store.ts';
import { useAction } from '../../state/use-action.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';

/** How long finished imports may stay: what people ask for. */
const KEEP_DAYS = [7, 30, 90, 365] as const;
const NEVER = 'never';
const SWITCHES = ['keepAwake', 'notify', 'sendWithoutWindow'] as const satisfies readonly (keyof Choices)[];

/** What the user chooses about the program itself. Every change is saved at once. */
export function SettingsScreen() {
  const { say } = useWords();
  const choices = useApp(({ snapshot }) => snapshot?.choices ?? USUAL_CHOICES);
  const saving = useAction();
  const [isSaved, setIsSaved] = useState(false);
  const { keepImportsDays } = choices;
  const days = [...new Set([...KEEP_DAYS, ...(keepImportsDays === null ? [] : [keepImportsDays])])];

  const change = async (part: Partial<Choices>): Promise<void> => {
    const saved = await saving.run(() => ask('choices.save', { ...choices, ...part }));
    await readApp();
    setIsSaved(saved !== undefined);
  };
  return (
    <Screen>
      <Group justify="space-between">
        <ScreenHeading>{say('settings.title')}</ScreenHeading>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => {
            go({ kind: 'leave-settings' });
          }}
        >
          {say('settings.back')}
        </Button>
      </Group>
      <Stack gap="lg">
        {SWITCHES.map((name) => (
          <Switch
            key={name}
            label={say(`settings.${name}`)}
            description={say(`settings.${name}Text`)}
            checked={choices[name]}
            onChange={(event) => void change({ [name]: event.currentTarget.checked })}
          />
        ))}
        <Select
          label={say('settings.keepImports')}
          description={say('settings.keepImportsText')}
          maw={460}
          allowDeselect={false}
          data={[
            { value: NEVER, label: say('settings.keep.never') },
            ...days
              .sort((one, other) => one - other)
              .map((count) => ({ value: String(count), label: say('settings.keep.days', { count }) })),
          ]}
          value={keepImportsDays === null ? NEVER : String(keepImportsDays)}
          onChange={(value) =>
            void change({ keepImportsDays: value === null || value === NEVER ? null : Number(value) })
          }
        />
      </Stack>
      <FailureNotice failure={saving.failure} onDismiss={saving.clear} />
      <Text role="status" size="sm" c="var(--good)" fw={600}>
        {isSaved && say('settings.saved')}
      </Text>
    </Screen>
  );
}
