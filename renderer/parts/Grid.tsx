import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { CellEditor } from './CellEditor.tsx';
import { moveAfterEdit, moveByKey, type CellPlace } from './grid-keys.ts';
import styles from './Grid.module.css';
import { useGridWindow } from './use-grid-window.ts';

/** One column of a grid. */
export type GridColumn = {
  readonly key: string;
  readonly header: ReactNode;
  /** How the column is called where only text can stand. */
  readonly name: string;
  readonly widthPx: number;
};

/** One row of a grid, as far as the grid has to know it. */
export type GridRow = {
  /** What stands at the left of the row and names it. */
  readonly header: ReactNode;
  readonly cells: readonly GridCell[];
};

/** One cell of a grid. */
export type GridCell = {
  readonly content: ReactNode;
  /** Text that is copied, and with which editing begins. */
  readonly text: string;
  readonly canEdit: boolean;
  /** How it looks; the content says the same in words. */
  readonly tone: 'plain' | 'bad' | 'warn' | 'soft';
  /** Name of the box in which it is edited. */
  readonly editName: string;
};

type GridProps = {
  readonly name: string;
  /** Heading of the column of row names. */
  readonly rowHeading: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** `undefined` while the row is on its way. */
  readonly rowAt: (position: number) => GridRow | undefined;
  readonly active: CellPlace;
  readonly onActive: (place: CellPlace) => void;
  /** Called with the positions that are in sight. */
  readonly onSight: (first: number, last: number) => void;
  readonly onChange: (place: CellPlace, text: string) => void;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
};

/** What is being typed, and where. */
type Editing = { readonly place: CellPlace; readonly text: string };

/**
 * A table of any number of rows that is read and edited like a spreadsheet. Only what is in sight exists. One stop of the
 * Tab key; inside, arrow keys move, and screen readers are told row and column through `aria-activedescendant`.
 */
export function Grid(props: GridProps) {
  const { columns, rowCount, active, onActive } = props;
  const gridId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const sight = useGridWindow({ frame, columns, rowCount, active, onSight: props.onSight });
  const size = { rows: rowCount, columns: columns.length, rowsInSight: sight.rowsInSight };

  const begin = (place: CellPlace, text: string | null): void => {
    const cell = props.rowAt(place.row)?.cells[place.column];
    if (cell?.canEdit === true) {
      setEditing({ place, text: text ?? cell.text });
    }
  };
  const finish = (text: string | null, next: CellPlace | null): void => {
    if (
      editing !== null &&
      text !== null &&
      text !== props.rowAt(editing.place.row)?.cells[editing.place.column]?.text
    ) {
      props.onChange(editing.place, text);
    }
    setEditing(null);
    if (next !== null) {
      onActive(next);
      frame.current?.focus({ preventScroll: true });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== null || rowCount === 0) {
      return;
    }
    const withControl = event.ctrlKey || event.metaKey;
    const next = moveByKey(event.key, withControl, active, size);
    if (next !== null) {
      event.preventDefault();
      onActive(next);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      begin(active, null);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      changeTo('');
    } else if ([...event.key].length === 1 && !withControl && !event.altKey) {
      event.preventDefault();
      begin(active, event.key);
    }
  };
  const changeTo = (text: string): void => {
    const cell = props.rowAt(active.row)?.cells[active.column];
    if (cell?.canEdit === true && cell.text !== text) {
      props.onChange(active, text);
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (editing === null) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', props.rowAt(active.row)?.cells[active.column]?.text ?? '');
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (editing === null) {
      event.preventDefault();
      changeTo(event.clipboardData.getData('text/plain').replace(/\r?\n$/u, ''));
    }
  };
  const activeId = `${gridId}-${active.row}-${active.column}`;
  return (
    <div
      ref={frame}
      className={styles['frame']}
      role="grid"
      aria-label={props.name}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={rowCount > 0 && sight.isRendered(active) ? activeId : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div
        className={styles['box']}
        style={{ height: sight.boxPx, width: sight.widthPx }}
        role="presentation"
      >
        <div className={styles['head']} role="row" aria-rowindex={1} style={{ width: sight.widthPx }}>
          <div role="columnheader" aria-colindex={1} className={styles['rowHead']}>
            {props.rowHeading}
          </div>
          <div role="presentation" style={{ width: sight.leftPx }} />
          {sight.columns.map((column) => (
            <div
              key={columns[column]?.key}
              role="columnheader"
              aria-colindex={column + 2}
              className={styles['columnHead']}
              style={{ width: columns[column]?.widthPx }}
            >
              {columns[column]?.header}
            </div>
          ))}
        </div>
        <div ref={sight.rowsBox} className={styles['rows']} role="presentation">
          {sight.rows.map((position) => (
            <RowOf
              key={position}
              row={props.rowAt(position)}
              position={position}
              gridId={gridId}
              columns={columns}
              shown={sight.columns}
              leftPx={sight.leftPx}
              heightPx={sight.rowPx}
              active={active}
              editing={editing}
              onClick={(place) => {
                frame.current?.focus({ preventScroll: true });
                onActive(place);
              }}
              onDoubleClick={(place) => {
                begin(place, null);
              }}
              onFinish={(text, key, withShift) => {
                finish(text, key === null ? active : moveAfterEdit(key, withShift, active, size));
              }}
              onLeave={(text) => {
                finish(text, null);
              }}
            />
          ))}
        </div>
      </div>
      {rowCount === 0 && <div className={styles['empty']}>{props.empty}</div>}
    </div>
  );
}

function RowOf({
  row,
  position,
  gridId,
  columns,
  shown,
  leftPx,
  heightPx,
  active,
  editing,
  onClick,
  onDoubleClick,
  onFinish,
  onLeave,
}: {
  readonly row: GridRow | undefined;
  readonly position: number;
  readonly gridId: string;
  readonly columns: readonly GridColumn[];
  readonly shown: readonly number[];
  readonly leftPx: number;
  readonly heightPx: number;
  readonly active: CellPlace;
  readonly editing: Editing | null;
  readonly onClick: (place: CellPlace) => void;
  readonly onDoubleClick: (place: CellPlace) => void;
  readonly onFinish: (text: string | null, key: 'Enter' | 'Tab' | null, withShift: boolean) => void;
  readonly onLeave: (text: string) => void;
}) {
  const isActiveRow = active.row === position;
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-busy={row === undefined}
      className={styles['row']}
      data-active={isActiveRow}
      style={{ height: heightPx }}
    >
      <div role="rowheader" aria-colindex={1} className={styles['rowHead']}>
        {row?.header}
      </div>
      <div role="presentation" style={{ width: leftPx }} />
      {shown.map((column) => {
        const place = { row: position, column };
        const cell = row?.cells[column];
        const isEdited = editing?.place.row === position && editing.place.column === column;
        return (
          <div
            key={columns[column]?.key}
            id={`${gridId}-${position}-${column}`}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isActiveRow && active.column === column}
            // ARIA 1.2 gives gridcell this property; the linter's table is older.
            // oxlint-disable-next-line jsx-a11y/role-supports-aria-props
            aria-readonly={cell?.canEdit !== true}
            tabIndex={-1}
            className={styles['cell']}
            data-tone={cell?.tone ?? 'plain'}
            style={{ width: columns[column]?.widthPx }}
            onMouseDown={(event) => {
              // The grid keeps the focus: a cell that scrolls away would take it along.
              event.preventDefault();
              onClick(place);
            }}
            onDoubleClick={() => {
              onDoubleClick(place);
            }}
          >
            {isEdited ? (
              <CellEditor
                name={cell?.editName ?? ''}
                text={editing.text}
                onFinish={onFinish}
                onLeave={onLeave}
              />
            ) : (
              cell?.content
            )}
          </div>
        );
      })}
    </div>
  );
}
