import type { SheetFacts } from '../../../shared/sheet/sheet.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { useWords } from '../../words/words-context.ts';
import styles from './FirstRows.module.css';

/** Enough rows to recognise a file by; more would only scroll. */
const ROWS_SHOWN = 30;

/** A table of some thousand columns would take seconds to draw. */
const COLUMNS_SHOWN = 60;

/** The first rows as a table, with the row numbers that the spreadsheet program shows. */
export function FirstRows({ facts }: { readonly facts: SheetFacts }) {
  const { say } = useWords();
  const columns = facts.columns.slice(0, COLUMNS_SHOWN);
  const hidden = facts.columns.length - columns.length;
  const name = say('file.firstRowsTable', { fileName: facts.fileName });
  return (
    <>
      {/* Scrolls, so it has to be reachable by keyboard. */}
      <div className={styles['frame']} role="region" aria-label={name} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col" className={styles['number']}>
                {say('file.rowNumber')}
              </th>
              {columns.map(({ index, heading }) => (
                <th key={index} scope="col">
                  {columnName(say, heading, index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.firstRows.slice(0, ROWS_SHOWN).map((row) => (
              <tr key={row.rowNumber}>
                <th scope="row" className={styles['number']}>
                  {row.rowNumber}
                </th>
                {columns.map(({ index }) => (
                  <td key={index} title={row.cells[index] ?? ''}>
                    {row.cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p className={styles['more']}>{say('file.moreColumns', { count: hidden })}</p>}
    </>
  );
}
