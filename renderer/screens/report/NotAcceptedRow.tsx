import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import type { ImportDetail, RowView } from '../../../shared/import.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { fateWords } from '../../../shared/words/fate-words.ts';
import { useCatalog } from '../../state/use-catalog.ts';
import { useWords } from '../../words/words-context.ts';
import { FATE_ICONS } from '../fix/fate-icon.ts';
import styles from './NotAcceptedList.module.css';

/** One row that was not accepted, or is unknown: who it is, what happened, and the server's words on request. */
export function NotAcceptedRow({
  row,
  detail,
  onRetry,
}: {
  readonly row: RowView;
  readonly detail: ImportDetail;
  /** Sends the row again; `null` while that is not possible. */
  readonly onRetry: ((row: RowView) => void) | null;
}) {
  const { say } = useWords();
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const catalog = useCatalog(detail.summary.workspaceId);
  const Icon = FATE_ICONS[row.fate];
  return (
    <tr>
      <th scope="row">{row.rowNumber}</th>
      <td>
        <div>{String(row.fields[catalog.identifier] ?? '')}</div>
        {row.fields['name'] !== undefined && (
          <div className={styles['lead']}>{String(row.fields['name'])}</div>
        )}
      </td>
      <td>
        <span className={styles['state']} data-fate={row.fate}>
          <Icon size={16} aria-hidden /> {fateWords(say, row.fate).name}
        </span>
      </td>
      <td>
        <div>{say(row.fate === 'unknown' ? 'report.unknownPlain' : 'report.refusedPlain')}</div>
        <UnstyledButton
          className={styles['details'] ?? ''}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          aria-label={say(isOpen ? 'report.hideDetails' : 'report.details', { row: String(row.rowNumber) })}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {say(isOpen ? 'common.hideDetails' : 'common.details')}
        </UnstyledButton>
        {onRetry !== null && (
          <UnstyledButton
            className={styles['details'] ?? ''}
            aria-label={say('report.retryOne', { row: String(row.rowNumber) })}
            onClick={() => {
              onRetry(row);
            }}
          >
            {say('report.retryOne', { row: String(row.rowNumber) })}
          </UnstyledButton>
        )}
        {isOpen && (
          <ul id={detailsId} className={styles['words']}>
            {attemptLines(say, row).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** What the last attempt brought, for somebody who helps. */
function attemptLines(say: Say, { attempt }: RowView): readonly string[] {
  if (attempt === null) {
    return [say('report.noAnswer')];
  }
  const { status, words, failedAttempts } = attempt;
  return [
    words === null
      ? say(status === null ? 'report.noAnswer' : 'report.noWords')
      : say('report.words', { words }),
    ...(status === null ? [] : [say('report.answerNumber', { status: String(status) })]),
    ...(failedAttempts > 0 ? [say('report.tries', { count: failedAttempts })] : []),
  ];
}
