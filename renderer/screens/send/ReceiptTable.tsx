import type { ReactNode } from 'react';
import type { Checked, ImportDetail } from '../../../shared/import.ts';
import type { Receipt } from '../../../shared/sending/receipt.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { WorkspaceMark } from '../../parts/WorkspaceMark.tsx';
import { useWords } from '../../words/words-context.ts';
import styles from './ReceiptTable.module.css';

/** The receipt: one line for each thing that one would want to have known afterwards. */
export function ReceiptTable({
  detail,
  receipt,
}: {
  readonly detail: ImportDetail;
  readonly receipt: Receipt;
}) {
  const { say } = useWords();
  const { workspace, isPractice } = receipt.workspace;
  const counts = detail.checked?.counts ?? detail.summary.counts;
  const silent = new Set(detail.checked?.notices.map(({ label }) => label));
  const fields = receipt.fields.filter(({ label }) => !silent.has(label));
  return (
    <section aria-label={say('send.receipt')}>
      <dl className={styles['receipt']}>
        <Line term={say('send.to')}>
          <span className={styles['to']}>
            <WorkspaceMark colour={workspace.colour} />
            <strong>{workspace.name}</strong>
            {isPractice && <span className={styles['soft']}>{say('send.practice')}</span>}
          </span>
        </Line>
        <Line term={say('send.rows')}>
          <strong>{say('common.leads', { count: receipt.readyCount })}</strong>
          <div className={styles['soft']}>{say('send.existing')}</div>
        </Line>
        <Line term={say('send.fields')}>
          <ul className={styles['fields']}>
            {fields.map(({ label, heading, text }, index) => (
              <li
                key={`${label}\n${heading ?? ''}\n${text ?? ''}`}
                title={originWords(say, { label, heading, text }, index)}
              >
                {text === null ? label : say('send.fieldFixed', { label, text })}
              </li>
            ))}
          </ul>
        </Line>
        {receipt.actions.length > 0 && (
          <Line term={say('send.actions')}>
            <ul className={styles['lines']}>
              {receipt.actions.map(({ label, leadCount }) => (
                <li key={label}>{say('send.actionCount', { label, count: leadCount })}</li>
              ))}
            </ul>
            <div className={styles['soft']}>{say('send.actionsText')}</div>
          </Line>
        )}
        {receipt.newOptions.length > 0 && (
          <Line term={say('send.newOptions')}>
            <ul className={styles['lines']}>
              {receipt.newOptions.map(({ fieldLabel, value, rowCount }) => (
                <li key={`${fieldLabel}\n${value}`}>
                  {say('send.newOption', { field: fieldLabel, value, count: rowCount })}
                </li>
              ))}
            </ul>
            <div className={styles['soft']}>{say('send.newOptionsText')}</div>
          </Line>
        )}
        <Line term={say('send.duplicates')}>
          {counts.duplicate === 0
            ? say('send.noDuplicates')
            : say(`send.duplicatesRule.${detail.mapping.duplicates}`)}
        </Line>
        <Line term={say('send.leftOut')}>
          <LeftOut lines={leftOutLines(say, detail)} />
        </Line>
        <Line term={say('send.empties')}>{say('send.emptiesText')}</Line>
      </dl>
    </section>
  );
}

/** Where a field's values come from. */
function originWords(say: Say, { label, heading, text }: Receipt['fields'][number], index: number): string {
  return text === null
    ? say('send.fieldFrom', { label, heading: columnName(say, heading ?? '', index) })
    : say('send.fieldFixed', { label, text });
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={styles['line']}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LeftOut({ lines }: { readonly lines: readonly string[] }) {
  const { say } = useWords();
  if (lines.length === 0) {
    return say('send.leftOutNothing');
  }
  return (
    <ul className={styles['lines']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Rows and values that stay behind, and why. */
function leftOutLines(say: Say, detail: ImportDetail): readonly string[] {
  const { checked } = detail;
  if (checked === null) {
    return [];
  }
  const { problem, duplicate, skipped } = checked.counts;
  const lines = [
    problem > 0 ? say('send.leftOutProblem', { count: problem }) : '',
    duplicate > 0 ? say('send.leftOutDuplicate', { count: duplicate }) : '',
    skipped > 0 ? say('send.leftOutSkipped', { count: skipped }) : '',
    ...checked.notices.map(({ label }) => say('send.leftOutColumn', { label })),
    ...leftOutValues(checked).map(({ heading, columnIndex, count }) =>
      say('send.leftOutValues', { count, heading: columnName(say, heading, columnIndex) }),
    ),
  ];
  return lines.filter((line) => line !== '');
}

/** Values that the user chose to leave out, by column: a cell has one problem that can be left out, so counts add up. */
function leftOutValues(
  checked: Checked,
): readonly { readonly columnIndex: number; readonly heading: string; readonly count: number }[] {
  const columns = new Map<number, { columnIndex: number; heading: string; count: number }>();
  for (const { answer, columnIndex, heading, rowCount } of checked.groups) {
    if (answer?.kind === 'leave-out') {
      const count = (columns.get(columnIndex)?.count ?? 0) + rowCount;
      columns.set(columnIndex, { columnIndex, heading, count });
    }
  }
  return [...columns.values()];
}
