import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ImportDetail } from '../../../shared/import.ts';
import { stepBlock, identifierLabel, type StepBlock } from '../../state/step-gate.ts';
import { STEPS, type Step } from '../../state/step.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { go } from '../../state/view-store.ts';
import { useWords } from '../../words/words-context.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import styles from './StepBar.module.css';

/** The five steps as links. A step that cannot be taken yet says why. */
export function StepBar({ detail, step }: { readonly detail: ImportDetail; readonly step: Step }) {
  const { say } = useWords();
  const catalog = useCatalog(detail.summary.workspaceId);
  return (
    <nav aria-label={say('shell.steps')}>
      <ol className={styles['steps']}>
        {STEPS.map((name, index) => (
          <li key={name} className={styles['step']}>
            {index > 0 && <IconChevronRight size={16} aria-hidden className={styles['arrow']} />}
            <StepLink
              number={index + 1}
              name={say(`shell.step.${name}`)}
              isCurrent={name === step}
              reason={reasonOf(say, stepBlock(name, detail, catalog), identifierLabel(catalog))}
              onGo={() => {
                go({ kind: 'go-to-step', step: name });
              }}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLink({
  number,
  name,
  isCurrent,
  reason,
  onGo,
}: {
  readonly number: number;
  readonly name: string;
  readonly isCurrent: boolean;
  readonly reason: string | null;
  readonly onGo: () => void;
}) {
  const isBlocked = reason !== null && !isCurrent;
  return (
    <Tooltip label={reason} disabled={!isBlocked}>
      <UnstyledButton
        className={styles['link'] ?? ''}
        aria-current={isCurrent ? 'step' : undefined}
        aria-disabled={isBlocked}
        aria-description={isBlocked ? reason : undefined}
        onClick={isBlocked ? undefined : onGo}
      >
        <span className={styles['number']}>{number}</span> {name}
      </UnstyledButton>
    </Tooltip>
  );
}

function reasonOf(say: Say, block: StepBlock, label: string): string | null {
  if (block === null) {
    return null;
  }
  return block === 'identifier'
    ? say('shell.stepBlocked.identifier', { label })
    : say(`shell.stepBlocked.${block}`);
}
