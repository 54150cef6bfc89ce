import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { RowView } from '../../../shared/import.ts';
import { fateWords } from '../../../shared/words/fate-words.ts';
import { ask } from '../../bridge.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useCatalog } from '../../state/use-catalog.ts';
import { useWords } from '../../words/words-context.ts';

/** The few are the first of an import that were sent, so they stand on its first page of sent rows. */
const MOST_LOOKED_THROUGH = 500;

/** The first few are through: whom to look for in Telecrm, and the button that lets the others go. */
export function FewSentNotice({
  importId,
  workspaceId,
  rowNumbers,
  restCount,
  isBusy,
  onGoOn,
}: {
  readonly importId: string;
  readonly workspaceId: string;
  readonly rowNumbers: readonly number[];
  readonly restCount: number;
  readonly isBusy: boolean;
  readonly onGoOn: () => void;
}) {
  const { say } = useWords();
  const { identifier } = useCatalog(workspaceId);
  const rows = useFew(importId, rowNumbers);
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
      {rows.length > 0 && (
        <ul>
          {rows.map(({ rowNumber, fields, fate }) => (
            <li key={rowNumber}>
              {say('send.running.fewRow', {
                row: String(rowNumber),
                who: [fields[identifier], fields['name']]
                  .filter((part) => part !== undefined)
                  .map(String)
                  .join(', '),
                fate: fateWords(say, fate).name,
              })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** The rows with these numbers, as they were sent; empty until they are there. */
function useFew(importId: string, rowNumbers: readonly number[]): readonly RowView[] {
  const [rows, setRows] = useState<readonly RowView[]>([]);
  const wanted = rowNumbers.join(' ');
  useEffect(() => {
    let isWanted = true;
    void ask('import.page', {
      importId,
      filter: { kind: 'fates', fates: ['accepted', 'rejected', 'unknown', 'confirmed', 'not-found'] },
      offset: 0,
      limit: MOST_LOOKED_THROUGH,
    }).then((answer) => {
      if (isWanted && answer.ok) {
        const numbers = new Set(wanted.split(' ').map(Number));
        setRows(answer.value.rows.filter(({ rowNumber }) => numbers.has(rowNumber)));
      }
    });
    return () => {
      isWanted = false;
    };
  }, [importId, wanted]);
  return rows;
}
