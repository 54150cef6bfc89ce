import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPage,
  EMPTY_CACHE,
  PAGE_ROWS,
  pageOf,
  replaceRow,
  requestFor,
  rowAt,
  stillShown,
  totalOf,
  type PageCache,
} from '../../../renderer/state/page-cache.ts';
import type { RowPage } from '../../../shared/import.ts';
import { rowOf } from './row-of.ts';

/** Main, as the cache knows it: rows that fit the filter, served in pages. */
class Main {
  readonly belonging: Set<number>;

  constructor(count: number) {
    this.belonging = new Set(Array.from({ length: count }, (_, index) => index));
  }

  page({ offset, limit }: { readonly offset: number; readonly limit: number }): RowPage {
    const rows = [...this.belonging].sort((one, other) => one - other).map((rowIndex) => rowOf(rowIndex));
    return { total: rows.length, offset, rows: rows.slice(offset, offset + limit) };
  }
}

function fetchPage(cache: PageCache, main: Main, page: number): PageCache {
  return addPage(cache, page, main.page(requestFor(cache, page)));
}

test('nothing is known of a view before its first page came', () => {
  expect(totalOf(EMPTY_CACHE)).toBeNull();
  expect(rowAt(EMPTY_CACHE, 0)).toBeUndefined();
});

test('rows are found by their position, and those of pages that are not here are missing', () => {
  const cache = fetchPage(EMPTY_CACHE, new Main(250), 1);
  expect(totalOf(cache)).toBe(250);
  expect(rowAt(cache, 100)?.rowIndex).toBe(100);
  expect(rowAt(cache, 199)?.rowIndex).toBe(199);
  expect(rowAt(cache, 99)).toBeUndefined();
  expect(rowAt(cache, 200)).toBeUndefined();
});

test('however far one scrolls, only a few pages are held', () => {
  const main = new Main(100_000);
  let cache = EMPTY_CACHE;
  for (let page = 0; page < 50; page++) {
    cache = fetchPage(cache, main, page);
  }
  expect(cache.pages.size).toBeLessThanOrEqual(12);
  expect(rowAt(cache, 49 * PAGE_ROWS)?.rowIndex).toBe(49 * PAGE_ROWS);
});

test('while a view is fetched anew, and anew again, the rows that were in sight stay there', () => {
  const first = fetchPage(EMPTY_CACHE, new Main(250), 0);
  const second = stillShown(null, first);
  expect(second).toBe(first);
  expect(stillShown(second, EMPTY_CACHE)).toBe(first);
  // A count alone shows no row.
  expect(stillShown(second, { ...EMPTY_CACHE, mainTotal: 7 })).toBe(first);
  const anew = fetchPage(EMPTY_CACHE, new Main(7), 0);
  expect(stillShown(second, anew)).toBe(anew);
  expect(stillShown(null, EMPTY_CACHE)).toBeNull();
});

describe('a row that was fixed', () => {
  const main = new Main(300);
  main.belonging.delete(5);
  const fixed = replaceRow(
    fetchPage(EMPTY_CACHE, new Main(300), 0),
    5,
    rowOf(5, { fate: 'ready' }),
    false,
    299,
  );

  test('stays where it is', () => {
    expect(rowAt(fixed, 5)).toMatchObject({ rowIndex: 5, fate: 'ready' });
    expect(totalOf(fixed)).toBe(300);
  });

  test('does not make the rows after it skip one', () => {
    const further = fetchPage(fixed, main, 1);
    expect(rowAt(further, 100)?.rowIndex).toBe(100);
    expect(rowAt(further, 199)?.rowIndex).toBe(199);
  });

  test('counts again once it does not fit any more', () => {
    const broken = replaceRow(fixed, 5, rowOf(5), true, 300);
    expect(broken.kept.size).toBe(0);
    expect(totalOf(broken)).toBe(300);
  });
});

test('when main counts other than one change explains, everything held is asked for anew', () => {
  const cache = fetchPage(EMPTY_CACHE, new Main(300), 0);
  const changed = replaceRow(cache, 5, rowOf(5, { fate: 'ready' }), false, 290);
  expect(changed.pages.size).toBe(0);
  expect(totalOf(changed)).toBe(290);
  const grown = addPage(cache, 1, { total: 310, offset: 100, rows: [] });
  expect(grown.pages.size).toBe(0);
  expect(totalOf(grown)).toBe(310);
});

test('in any order of fixing, breaking and scrolling, every position shows its row', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('scroll' as const), page: fc.nat(19) }),
    fc.record({ kind: fc.constant('change' as const), place: fc.nat(99), belongs: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const main = new Main(2000);
      let cache = fetchPage(EMPTY_CACHE, main, 0);
      let page = 0;
      for (const one of steps) {
        if (one.kind === 'scroll') {
          ({ page } = one);
          cache = cache.pages.has(page) ? cache : fetchPage(cache, main, page);
        } else {
          const position = page * PAGE_ROWS + one.place;
          const rowIndex = rowAt(cache, position)?.rowIndex;
          if (rowIndex !== undefined) {
            main.belonging[one.belongs ? 'add' : 'delete'](rowIndex);
            cache = replaceRow(cache, position, rowOf(rowIndex), one.belongs, main.belonging.size);
          }
        }
        expect(totalOf(cache)).toBe(2000);
        for (let place = 0; place < PAGE_ROWS; place += 9) {
          const position = page * PAGE_ROWS + place;
          expect(cache.pages.has(pageOf(position))).toBe(true);
          expect(rowAt(cache, position)?.rowIndex).toBe(position);
        }
      }
    }),
  );
});
