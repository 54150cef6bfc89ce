import { useCallback, useId, useMemo, useState } from 'react';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { columnName } from '../../../shared/words/problem-words.ts';
import { Grid, type GridColumn } from '../../parts/Grid.tsx';
import type { CellPlace } from '../../parts/grid-keys.ts';
import { useCatalog, useWorkspace } from '../../state/use-catalog.ts';
import type { Fixing } from '../../state/use-fixing.ts';
import type { Rows } from '../../state/use-rows.ts';
import { useWords } from '../../words/words-context.ts';
import { CellBar } from './CellBar.tsx';
import type { FixView } from './fix-view.ts';
import { shownColumns, type ShownColumn } from './shown-columns.ts';
import { viewOfRow } from './RowCells.tsx';
import styles from './RowGrid.module.css';

/** Width of a column of the sheet: a phone number and its mark fit. */
const COLUMN_PX = 196;

/** The rows of the chosen counter or card, with what is wrong in them, editable in place. */
export function RowGrid({
  detail,
  view,
  rows,
  count,
  withAllColumns,
  isFrozen,
  fixing,
}: {
  readonly detail: ImportDetail;
  readonly view: FixView;
  readonly rows: Rows;
  readonly count: number;
  readonly withAllColumns: boolean;
  readonly isFrozen: boolean;
  readonly fixing: Fixing;
}) {
  const words = useWords();
  const { say } = words;
  const helpId = useId();
  const { workspaceId, fileName } = detail.summary;
  const catalog = useCatalog(workspaceId);
  const timeZone = useWorkspace(workspaceId)?.workspace.timeZone ?? 'Asia/Kolkata';
  const shown = useMemo(
    () => shownColumns(say, detail, catalog, withAllColumns),
    [say, detail, catalog, withAllColumns],
  );
  const columns = useMemo(() => gridColumns(say, shown), [say, shown]);
  const decisions = detail.checked?.decisions;
  const answered = useMemo(() => new Set(decisions?.map(({ groupId }) => groupId)), [decisions]);
  const [active, setActive] = useState<CellPlace>({ row: 0, column: firstColumn(view, shown, detail) });

  const { show } = rows;
  const onSight = useCallback(
    (first: number, last: number) => {
      show(first, last);
    },
    [show],
  );
  const activeRow = rows.rowAt(active.row);
  const activeColumn = shown[active.column];
  return (
    <div className={styles['area']}>
      <p id={helpId} className={styles['help']}>
        {say('fix.gridHelp')}
      </p>
      <Grid
        name={say('fix.grid', { fileName })}
        rowHeading={say('fix.row')}
        columns={columns}
        rowCount={count}
        rowAt={(position) => {
          const row = rows.rowAt(position);
          return row === undefined
            ? undefined
            : viewOfRow({ words, row, shown, timeZone, isFrozen, answered, identifier: catalog.identifier });
        }}
        active={active}
        onActive={setActive}
        onSight={onSight}
        onChange={(place, text) => {
          const row = rows.rowAt(place.row);
          const column = shown[place.column];
          if (row !== undefined && column !== undefined) {
            void fixing.edit(place.row, row, column.columnIndex, text);
          }
        }}
        empty={say(view.kind === 'group' ? 'fix.noRows.group' : `fix.noRows.${view.counter}`)}
      />
      <CellBar
        row={activeRow}
        column={activeColumn}
        shown={shown}
        timeZone={timeZone}
        answered={answered}
        isFrozen={isFrozen}
        onPutBack={(row, column) => void fixing.edit(active.row, row, column.columnIndex, null)}
        onSkip={(row, isSkipped) => void fixing.skip(active.row, row, isSkipped)}
      />
    </div>
  );
}

function gridColumns(say: Say, shown: readonly ShownColumn[]): readonly GridColumn[] {
  return shown.map((column) => {
    const name = columnName(say, column.heading, column.columnIndex);
    return {
      key: String(column.columnIndex),
      name,
      header: (
        <>
          {name}
          <div className={styles['goesTo']}>
            {column.feeds === null ? say('fix.notSentColumn') : `→ ${column.feeds.label}`}
          </div>
        </>
      ),
      widthPx: COLUMN_PX,
    };
  });
}

/** The column of the card whose rows are shown, or the first one. */
function firstColumn(view: FixView, shown: readonly ShownColumn[], detail: ImportDetail): number {
  const group =
    view.kind === 'group'
      ? detail.checked?.groups.find(({ groupId }) => groupId === view.groupId)
      : undefined;
  const place = shown.findIndex(({ columnIndex }) => columnIndex === group?.columnIndex);
  return Math.max(0, place);
}
