import { Button, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { IconUsers } from '@tabler/icons-react';
import type { ImportDetail } from '../../../shared/import.ts';
import { DUPLICATE_RULES } from '../../../shared/mapping/mapping.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { setDuplicateRule } from '../../state/change-mapping.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { useMatching } from '../../state/use-matching.ts';
import { useWords } from '../../words/words-context.ts';
import { DuplicatesDialog } from './DuplicatesDialog.tsx';
import { shownColumns } from './shown-columns.ts';
import styles from './ProblemCard.module.css';

/** Rows of one person: which of them is sent. */
export function DuplicatesCard({
  detail,
  count,
  label,
  isFrozen,
  onShow,
}: {
  readonly detail: ImportDetail;
  readonly count: number;
  /** The field by which Telecrm recognises people. */
  readonly label: string;
  readonly isFrozen: boolean;
  readonly onShow: () => void;
}) {
  const { say } = useWords();
  const matching = useMatching(detail.summary.importId);
  const { mapping } = detail;
  const isAsking = mapping.duplicates === 'ask';
  const catalog = useCatalog(detail.summary.workspaceId);
  const [isSideBySide, setIsSideBySide] = useState(false);
  return (
    <article className={styles['card']} aria-labelledby="duplicates-title">
      <h2 id="duplicates-title" className={styles['what']}>
        <IconUsers size={17} aria-hidden />{' '}
        {say(isAsking ? 'fix.duplicates.title' : 'fix.duplicates.card', { count })}
      </h2>
      <p className={styles['todo']}>
        {say('fix.duplicates.text', { label })} {isAsking && say('fix.duplicates.askText')}
      </p>
      <Radio.Group
        label={say('fix.duplicates.question')}
        value={mapping.duplicates}
        onChange={(value) => {
          const rule = DUPLICATE_RULES.find((one) => one === value);
          if (rule !== undefined) {
            void matching.change(setDuplicateRule(mapping, rule));
          }
        }}
      >
        <Stack gap={6} mt={6}>
          {DUPLICATE_RULES.map((rule) => (
            <Radio
              key={rule}
              value={rule}
              label={say(`fix.duplicates.${rule}`)}
              {...(rule === 'combine' && { description: say('fix.duplicates.combineText') })}
              disabled={isFrozen}
            />
          ))}
        </Stack>
      </Radio.Group>
      <FailureNotice failure={matching.failure} />
      <div className={styles['actions']}>
        <Button
          size="xs"
          variant={isAsking ? 'filled' : 'default'}
          onClick={() => {
            setIsSideBySide(true);
          }}
        >
          {say('fix.duplicates.sideBySide')}
        </Button>
        {count > 0 && (
          <Button size="xs" variant="subtle" onClick={onShow}>
            {say('fix.duplicates.show')}
          </Button>
        )}
      </div>
      <DuplicatesDialog
        detail={detail}
        shown={shownColumns(say, detail, catalog, false)}
        isFrozen={isFrozen}
        isOpen={isSideBySide}
        onClose={() => {
          setIsSideBySide(false);
        }}
      />
    </article>
  );
}
