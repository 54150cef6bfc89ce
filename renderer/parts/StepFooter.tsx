import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import styles from './StepFooter.module.css';

/**
 * The bar at the foot of a step with its one next thing to do. While `blocked` is a text, the button does nothing and the
 * text says why, for eyes and ears alike; it stays focusable, because a button that cannot be reached cannot explain itself.
 */
export function StepFooter({
  next,
  blocked,
  remark,
  icon = <IconArrowRight size={18} aria-hidden />,
  isBusy = false,
  onNext,
}: {
  readonly next: string;
  readonly blocked: string | null;
  /** Something to know before going on; shown where the reason would stand. */
  readonly remark?: ReactNode;
  /** An arrow unless given. */
  readonly icon?: ReactNode;
  readonly isBusy?: boolean;
  readonly onNext: () => void;
}) {
  const reasonId = useId();
  const isBlocked = blocked !== null;
  return (
    <div className={styles['footer']}>
      <p id={reasonId} className={styles['reason']} data-blocked={isBlocked}>
        {blocked ?? remark}
      </p>
      <Button
        size="md"
        rightSection={icon}
        aria-disabled={isBlocked}
        data-blocked={isBlocked}
        className={styles['next'] ?? ''}
        aria-describedby={reasonId}
        loading={isBusy}
        onClick={isBlocked ? undefined : onNext}
      >
        {next}
      </Button>
    </div>
  );
}
