import type { RowPage, RowView } from '../../shared/import.ts';

/** Rows asked for at once: several screens, so that scrolling seldom waits. */
export const PAGE_ROWS = 100;

/** Pages kept; a few screens up and down. More rows than this the window never holds. */
const MAX_PAGES = 12;

/**
 * The rows of one filtered view that the window holds, by their position in that view.
 *
 * [Note: Rows that stay in sight] A row that was fixed no longer belongs to "need fixing", but taking it away under the
 * hand that is typing would put the next key into another row. So it stays where it is until the view is asked for anew.
 * Main counts without such rows; `kept` holds them by position, and pages are asked for as if they were not there.
 */
export type PageCache = {
  /** By page number; the most recently used last. */
  readonly pages: ReadonlyMap<number, readonly RowView[]>;
  readonly kept: ReadonlyMap<number, RowView>;
  /** Rows of the view as main counts them; `null` until the first page came. */
  readonly mainTotal: number | null;
};

/** A view of which nothing is known yet. */
export const EMPTY_CACHE: PageCache = { pages: new Map(), kept: new Map(), mainTotal: null };

/** Rows of the view, those that stay in sight included; `null` while not known. */
export function totalOf(cache: PageCache): number | null {
  return cache.mainTotal === null ? null : cache.mainTotal + cache.kept.size;
}

/** The row at a position, or `undefined` while its page is not here. */
export function rowAt(cache: PageCache, position: number): RowView | undefined {
  return cache.kept.get(position) ?? cache.pages.get(pageOf(position))?.[position % PAGE_ROWS];
}

/** The page that a position is on. */
export function pageOf(position: number): number {
  return Math.floor(position / PAGE_ROWS);
}

/** Which rows main has to be asked for to fill a page. */
export function requestFor(
  cache: PageCache,
  page: number,
): { readonly offset: number; readonly limit: number } {
  const start = page * PAGE_ROWS;
  const before = keptBetween(cache, 0, start);
  const inside = keptBetween(cache, start, start + PAGE_ROWS);
  return { offset: start - before, limit: Math.max(1, PAGE_ROWS - inside) };
}

/**
 * Takes in the answer to `requestFor(cache, page)`. If main counts other than expected, something changed behind our
 * back; then everything held is forgotten but the number of rows, and the pages in sight are to be asked for again.
 */
export function addPage(cache: PageCache, page: number, reply: RowPage): PageCache {
  if (cache.mainTotal !== null && cache.mainTotal !== reply.total) {
    return { ...EMPTY_CACHE, mainTotal: reply.total };
  }
  const pages = new Map(cache.pages);
  pages.delete(page);
  pages.set(page, withKept(cache, page, reply.rows));
  const [oldest] = pages.keys();
  if (pages.size > MAX_PAGES && oldest !== undefined) {
    pages.delete(oldest);
  }
  return { ...cache, pages, mainTotal: reply.total };
}

/**
 * Puts a changed row in its place. `belongs` says whether it still fits the view's filter, `mainTotal` how many rows main
 * counts in the view now; if that is not what this one change explains, other rows changed too (one number typed can make
 * two duplicates), and everything held is forgotten.
 */
export function replaceRow(
  cache: PageCache,
  position: number,
  row: RowView,
  belongs: boolean,
  mainTotal: number,
): PageCache {
  if (rowAt(cache, position)?.rowIndex !== row.rowIndex || cache.mainTotal === null) {
    return { ...EMPTY_CACHE, mainTotal };
  }
  const didBelong = !cache.kept.has(position);
  const expected = cache.mainTotal + Number(belongs) - Number(didBelong);
  if (expected !== mainTotal) {
    return { ...EMPTY_CACHE, mainTotal };
  }
  const kept = new Map(cache.kept);
  kept.delete(position);
  if (!belongs) {
    kept.set(position, row);
  }
  const pages = new Map(cache.pages);
  const rows = pages.get(pageOf(position));
  if (rows !== undefined) {
    pages.set(pageOf(position), rows.with(position % PAGE_ROWS, row));
  }
  return { pages, kept, mainTotal };
}

/**
 * What to go on showing while a view is fetched anew for the second time: `latest`, or, where none of its pages has come
 * yet, what stood there before it. Two answers in quick succession would blank the grid otherwise, and an edit that is
 * being typed would have no row to go to.
 */
export function stillShown(earlier: PageCache | null, latest: PageCache): PageCache | null {
  return latest.pages.size > 0 ? latest : earlier;
}

function keptBetween(cache: PageCache, from: number, to: number): number {
  let count = 0;
  for (const position of cache.kept.keys()) {
    if (position >= from && position < to) {
      count += 1;
    }
  }
  return count;
}

function withKept(cache: PageCache, page: number, rows: readonly RowView[]): readonly RowView[] {
  const merged: RowView[] = [];
  let next = 0;
  for (let place = 0; place < PAGE_ROWS; place++) {
    const row = cache.kept.get(page * PAGE_ROWS + place) ?? rows[next++];
    if (row === undefined) {
      break;
    }
    merged.push(row);
  }
  return merged;
}
