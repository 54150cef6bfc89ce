import { Button, Group, Text } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet, IconFolderOpen, IconSchool } from '@tabler/icons-react';
import { useWords } from '../../words/words-context.ts';
import { useFileDrops } from './use-file-drops.ts';
import type { Opening } from './use-opening.ts';
import styles from './DropTarget.module.css';

/** The big place for a file, with buttons for those who do not drag. What is dropped beside it is taken as well. */
export function DropTarget({ opening }: { readonly opening: Opening }) {
  const { say } = useWords();
  const isOver = useFileDrops((files) => void opening.drop(files));
  return (
    <div className={styles['target']} data-over={isOver}>
      <IconFileSpreadsheet size={44} stroke={1.4} aria-hidden className={styles['icon']} />
      <p className={styles['title']}>{say(isOver ? 'home.dropNow' : 'home.dropHere')}</p>
      <Group justify="center" gap="sm">
        <Button
          size="md"
          leftSection={<IconFolderOpen size={20} aria-hidden />}
          loading={opening.isRunning}
          onClick={() => void opening.choose()}
        >
          {say('home.openFile')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconClipboardText size={20} aria-hidden />}
          disabled={opening.isRunning}
          onClick={() => void opening.paste()}
        >
          {say('home.paste')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconSchool size={20} aria-hidden />}
          disabled={opening.isRunning}
          onClick={() => void opening.sample()}
        >
          {say('home.trySample')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {say('home.promise')}
      </Text>
      <Text size="sm" c="dimmed">
        {say('home.sampleHint')}
      </Text>
    </div>
  );
}
