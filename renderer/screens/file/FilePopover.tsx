import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { EditableWord } from '../../parts/EditableWord.tsx';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useWords } from '../../words/words-context.ts';
import { useOpening } from '../home/use-opening.ts';

/** The file's name; from it another file can be chosen. */
export function FilePopover({
  fileName,
  children,
}: {
  readonly fileName: string;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  const opening = useOpening();
  return (
    <EditableWord
      name={say('file.changeFile', { fileName })}
      content={() => (
        <Stack gap="sm">
          <Text fw={650}>{say('file.changeFileTitle')}</Text>
          <Text size="sm">{say('file.changeFileText')}</Text>
          <Button loading={opening.isRunning} onClick={() => void opening.choose()}>
            {say('file.chooseOther')}
          </Button>
          <FailureNotice failure={opening.failure} />
        </Stack>
      )}
    >
      {children}
    </EditableWord>
  );
}
