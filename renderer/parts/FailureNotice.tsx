import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Button, UnstyledButton } from '@mantine/core';
import type { Failure } from '../../shared/failure.ts';
import { failureWords } from '../../shared/words/failure-words.ts';
import { useWords } from '../words/words-context.ts';
import styles from './FailureNotice.module.css';

/**
 * Bad news where it belongs: what happened, what to do next, and under Details what somebody who helps wants to see.
 * `children` are buttons that lead to the cure.
 */
export function FailureNotice({
  failure,
  onDismiss,
  children,
}: {
  readonly failure: Failure | null;
  readonly onDismiss?: () => void;
  readonly children?: ReactNode;
}) {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  if (failure === null) {
    return null;
  }
  const { title, next, details } = failureWords(say, failure);
  return (
    <div role="alert" className={styles['notice']}>
      <IconAlertTriangle className={styles['icon']} aria-hidden />
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        <p>{next}</p>
        {isOpen && (
          <ul className={styles['details']}>
            {details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        <div className={styles['buttons']}>
          {children}
          {onDismiss !== undefined && (
            <Button variant="default" size="xs" onClick={onDismiss}>
              {say('common.ok')}
            </Button>
          )}
          {details.length > 0 && (
            <UnstyledButton
              className={styles['link'] ?? ''}
              aria-expanded={isOpen}
              onClick={() => {
                setIsOpen(!isOpen);
              }}
            >
              {say(isOpen ? 'common.hideDetails' : 'common.details')}
            </UnstyledButton>
          )}
        </div>
      </div>
    </div>
  );
}
