import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A calm remark: something to know (`note`), or something that went well (`good`). `buttons` stand beneath the text. */
export function Notice({
  tone,
  children,
  buttons,
}: {
  readonly tone: 'note' | 'warn' | 'good';
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
}) {
  const Icon = tone === 'good' ? IconCircleCheck : IconInfoCircle;
  return (
    <div className={styles['notice']} data-tone={tone}>
      <Icon className={styles['icon']} aria-hidden />
      <div className={styles['text']}>
        {children}
        {buttons !== undefined && <div className={styles['buttons']}>{buttons}</div>}
      </div>
    </div>
  );
}
