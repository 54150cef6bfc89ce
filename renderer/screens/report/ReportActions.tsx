import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useAction } from '../../state/use-action.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './ReportScreen.module.css';

/** Both formats; Excel first, because that is what people open. */
const FORMATS = ['xlsx', 'csv'] as const;

/** Saving the report and the recipe; says the name under which something was saved. */
export function ReportActions({
  importId,
  hasNotAccepted,
}: {
  readonly importId: string;
  readonly hasNotAccepted: boolean;
}) {
  const { say } = useWords();
  const saving = useAction();
  const [savedAs, setSavedAs] = useState<string | null>(null);

  const save = async (work: () => Promise<Result<{ readonly fileName: string }, Failure>>): Promise<void> => {
    setSavedAs(null);
    const saved = await saving.run(work);
    if (saved !== undefined) {
      setSavedAs(saved.fileName);
    }
  };
  const item = (rows: 'all' | 'not-accepted', format: (typeof FORMATS)[number]) => (
    <Menu.Item
      key={`${rows}-${format}`}
      onClick={() => void save(() => ask('import.saveReport', { importId, rows, format }))}
    >
      {say(rows === 'all' ? 'report.saveAllAs' : 'report.saveNotAcceptedAs', {
        format: say(`report.format.${format}`),
      })}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            loading={saving.isRunning}
            leftSection={<IconDownload size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {say('report.saveReport')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {hasNotAccepted && FORMATS.map((format) => item('not-accepted', format))}
          {FORMATS.map((format) => item('all', format))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        title={say('report.recipeHint')}
        disabled={saving.isRunning}
        leftSection={<IconBookmark size={18} aria-hidden />}
        onClick={() => void save(() => ask('import.saveRecipe', { importId }))}
      >
        {say('report.saveRecipe')}
      </Button>
      <span role="status" className={styles['saved']}>
        {savedAs !== null && say('report.saved', { fileName: savedAs })}
      </span>
      <FailureNotice failure={saving.failure} onDismiss={saving.clear} />
    </>
  );
}
