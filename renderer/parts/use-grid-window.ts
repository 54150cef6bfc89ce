import { observeElementOffset, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { GridColumn } from './Grid.tsx';
import type { CellPlace } from './grid-keys.ts';
import { offsetToShow, scrollScale } from './scroll-scale.ts';

/** Two lines of text: the cell as in the file, and what is to be said about it. */
const ROW_PX = 52;

/** Height of the headings, which stay in sight. */
const HEAD_PX = 40;

/** Width of the row names, which stay in sight: a number and a state in words. */
const ROW_HEAD_PX = 148;

/** What of a grid exists at this moment. */
export type GridWindow = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly rowPx: number;
  /** Width of the columns to the left of the first that exists. */
  readonly leftPx: number;
  readonly widthPx: number;
  readonly boxPx: number;
  readonly rowsInSight: number;
  readonly rowsBox: RefObject<HTMLDivElement | null>;
  readonly isRendered: (place: CellPlace) => boolean;
};

/** Decides what of a grid is in sight, and scrolls to the active cell. */
export function useGridWindow({
  frame,
  columns,
  rowCount,
  active,
  onSight,
}: {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  readonly active: CellPlace;
  readonly onSight: (first: number, last: number) => void;
}): GridWindow {
  const rowsBox = useRef<HTMLDivElement>(null);
  const scaleNow = useRef(scrollScale(0, 0));

  const vertical: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: rowCount,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    paddingStart: HEAD_PX,
    observeElementOffset: (instance, report) =>
      observeElementOffset(instance, (offset, isScrolling) => {
        report(scaleNow.current.toContent(offset), isScrolling);
        placeRows(instance, rowsBox.current, scaleNow.current.toContent(offset) - offset);
      }),
  });
  const horizontal = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => columns[index]?.widthPx ?? 0,
    overscan: 2,
    paddingStart: ROW_HEAD_PX,
    scrollPaddingStart: ROW_HEAD_PX,
  });

  const viewportPx = frame.current?.clientHeight ?? 0;
  const contentPx = vertical.getTotalSize();
  scaleNow.current = scrollScale(contentPx, viewportPx);
  const rows = vertical.getVirtualItems();
  const shown = horizontal.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;

  const widths = columns.map(({ widthPx }) => widthPx).join();
  useEffect(() => {
    horizontal.measure();
  }, [horizontal, widths]);
  useLayoutEffect(() => {
    const offset = frame.current?.scrollTop ?? 0;
    placeRows(vertical, rowsBox.current, scaleNow.current.toContent(offset) - offset);
  });
  useEffect(() => {
    onSight(first, last);
  }, [onSight, first, last, rowCount]);
  useEffect(() => {
    const element = frame.current;
    if (element !== null && active.row < rowCount) {
      // The virtualizer's own way there knows nothing of scaling and stops at the height of the box.
      const offset = scaleNow.current.toContent(element.scrollTop);
      const wanted = offsetToShow(
        { startPx: active.row * ROW_PX, endPx: (active.row + 1) * ROW_PX },
        offset,
        element.clientHeight - HEAD_PX,
      );
      if (wanted !== offset) {
        element.scrollTop = scaleNow.current.toBox(wanted);
      }
    }
  }, [frame, active.row, rowCount]);
  useEffect(() => {
    if (active.column < columns.length) {
      horizontal.scrollToIndex(active.column);
    }
  }, [horizontal, active.column, columns.length]);

  return {
    rows: rows.map(({ index }) => index),
    columns: shown.map(({ index }) => index),
    rowPx: ROW_PX,
    leftPx: (shown[0]?.start ?? ROW_HEAD_PX) - ROW_HEAD_PX,
    widthPx: horizontal.getTotalSize(),
    boxPx: scaleNow.current.boxPx,
    rowsInSight: Math.max(1, Math.floor((viewportPx - HEAD_PX) / ROW_PX)),
    rowsBox,
    isRendered: (place) =>
      rows.some(({ index }) => index === place.row) && shown.some(({ index }) => index === place.column),
  };
}

/** Puts the rows where they belong in the box: their place in the content, less what scaling has left behind. */
function placeRows(
  vertical: Virtualizer<HTMLDivElement, Element>,
  box: HTMLDivElement | null,
  leftBehindPx: number,
): void {
  const start = vertical.getVirtualItems()[0]?.start ?? HEAD_PX;
  if (box !== null) {
    box.style.transform = `translateY(${start - HEAD_PX - leftBehindPx}px)`;
  }
}
