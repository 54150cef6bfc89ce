import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Notice } from '../../parts/Notice.tsx';
import { useWords } from '../../words/words-context.ts';

/** The first few are through: what to look at in Telecrm, and the button that lets the others go. */
export function FewSentNotice({
  rowNumbers,
  restCount,
  isBusy,
  onGoOn,
}: {
  readonly rowNumbers: readonly number[];
  readonly restCount: number;
  readonly isBusy: boolean;
  readonly onGoOn: () => void;
}) {
  const { say } = useWords();
  return (
    <Notice
      tone="good"
      buttons={
        <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} loading={isBusy} onClick={onGoOn}>
          {say('send.running.fewSentGo', { count: restCount })}
        </Button>
      }
    >
      {say('send.running.fewSentRows', { rows: rowNumbers.join(', ') })}
    </Notice>
  );
}
