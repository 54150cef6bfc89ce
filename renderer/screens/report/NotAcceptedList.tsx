import { Pagination, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ImportDetail, RowPage, RowView } from '../../../shared/import.ts';
import type { FateCounts } from '../../../shared/sending/fate.ts';
import { ask } from '../../bridge.ts';
import { FailureNotice } from '../../parts/FailureNotice.tsx';
import { useWords } from '../../words/words-context.ts';
import { NotAcceptedRow } from './NotAcceptedRow.tsx';
import styles from './NotAcceptedList.module.css';

/** Rows on one page of the list: a screenful. */
const PAGE_ROWS = 25;

/** The rows that Telecrm did not accept, or of which nothing is known, each with the server's words under Details. */
export function NotAcceptedList({
  detail,
  counts,
  onRetry,
}: {
  readonly detail: ImportDetail;
  readonly counts: FateCounts;
  /** Sends one row again; `null` while that is not possible. */
  readonly onRetry: ((row: RowView) => void) | null;
}) {
  const { say } = useWords();
  const [pageNumber, setPageNumber] = useState(1);
  const [page, setPage] = useState<RowPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { importId } = detail.summary;
  const count = counts.rejected + counts.unknown;

  useEffect(() => {
    let isPresent = true;
    const read = async (): Promise<void> => {
      const answer = await ask('import.page', {
        importId,
        filter: { kind: 'fates', fates: ['rejected', 'unknown'] },
        offset: (pageNumber - 1) * PAGE_ROWS,
        limit: PAGE_ROWS,
      });
      if (isPresent) {
        setPage(answer.ok ? answer.value : null);
        setFailure(answer.ok ? null : answer.failure);
      }
    };
    if (count > 0) {
      void read();
    }
    return () => {
      isPresent = false;
    };
  }, [importId, pageNumber, count]);

  if (count === 0) {
    return null;
  }
  const pages = Math.ceil((page?.total ?? count) / PAGE_ROWS);
  return (
    <section aria-labelledby="not-accepted" className={styles['section']}>
      <Title order={2} id="not-accepted">
        {say(counts.rejected > 0 ? 'report.list' : 'report.listUnknown')}
      </Title>
      <FailureNotice failure={failure} />
      <table className={styles['table']} aria-labelledby="not-accepted">
        <thead>
          <tr>
            <th scope="col">{say('report.row')}</th>
            <th scope="col">{say('report.lead')}</th>
            <th scope="col">{say('report.state')}</th>
            <th scope="col">{say('report.what')}</th>
          </tr>
        </thead>
        <tbody>
          {page?.rows.map((row) => (
            <NotAcceptedRow key={row.rowIndex} row={row} detail={detail} onRetry={onRetry} />
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <nav aria-label={say('report.pages')}>
          <Pagination
            total={pages}
            value={pageNumber}
            onChange={setPageNumber}
            getItemProps={(number) => ({ 'aria-label': say('report.pageNumber', { number }) })}
            getControlProps={(control) => ({
              'aria-label': say(
                control === 'next' || control === 'last' ? 'report.nextPage' : 'report.previousPage',
              ),
            })}
          />
        </nav>
      )}
    </section>
  );
}
