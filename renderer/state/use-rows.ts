import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { Checked, RowFilter, RowView } from '../../shared/import.ts';
import type { Offered } from '../../shared/ipc.ts';
import { ask } from '../bridge.ts';
import {
  addPage,
  EMPTY_CACHE,
  pageOf,
  replaceRow,
  requestFor,
  rowAt,
  stillShown,
  totalOf,
  type PageCache,
} from './page-cache.ts';
import { belongsTo, countOf, filterKey } from './row-filter.ts';

/** The rows of a filtered view, fetched as they come into sight. */
export type Rows = {
  /** Rows in the view; `null` while not known. */
  readonly total: number | null;
  readonly rowAt: (position: number) => RowView | undefined;
  /** Says which positions are in sight, so that their pages are fetched. */
  readonly show: (first: number, last: number) => void;
  /** Takes in a row that was changed. See [Note: Rows that stay in sight]. */
  readonly replace: (position: number, row: RowView, checked: Checked) => void;
  readonly failure: Failure | null;
};

type View = { readonly key: string; readonly version: number; readonly cache: PageCache };

/** `version` grows when any row may have changed; what is shown stays until the new rows are here. */
export function useRows(importId: string, filter: RowFilter, version: number): Rows {
  const key = `${importId}/${filterKey(filter)}`;
  const [view, setView] = useState<View>({ key, version, cache: EMPTY_CACHE });
  const [failure, setFailure] = useState<Failure | null>(null);
  /** What was shown before `version` grew: better than blanks while the same view is fetched anew. */
  const [before, setBefore] = useState<PageCache | null>(null);
  const inSight = useRef({ first: 0, last: 0 });
  const underWay = useRef(new Set<string>());

  const isPresent = view.key === key && view.version === version;
  if (!isPresent) {
    setBefore(view.key === key ? stillShown(before, view.cache) : null);
    setView({ key, version, cache: EMPTY_CACHE });
  }

  const present = useRef(view);
  present.current = view;

  const fetchMissing = useCallback(async (): Promise<void> => {
    const { cache, key: viewKey, version: viewVersion } = present.current;
    for (let page = pageOf(inSight.current.first); page <= pageOf(inSight.current.last); page++) {
      const request = requestFor(cache, page);
      const name = `${viewKey}@${viewVersion}#${page}`;
      if (cache.pages.has(page) || underWay.current.has(name)) {
        continue;
      }
      underWay.current.add(name);
      const answer = await ask('import.page', { importId, filter: offered(filter), ...request });
      underWay.current.delete(name);
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) {
        setView((now) =>
          now.key === viewKey && now.version === viewVersion
            ? { ...now, cache: addPage(now.cache, page, answer.value) }
            : now,
        );
      }
    }
  }, [importId, filter]);

  useEffect(() => {
    void fetchMissing();
  }, [fetchMissing, view]);

  const show = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last };
      void fetchMissing();
    },
    [fetchMissing],
  );
  const replace = useCallback(
    (position: number, row: RowView, checked: Checked) => {
      setView((now) => ({
        ...now,
        cache: replaceRow(now.cache, position, row, belongsTo(filter, row), countOf(filter, checked)),
      }));
    },
    [filter],
  );
  return {
    total: totalOf(view.cache) ?? (before === null ? null : totalOf(before)),
    rowAt: (position) =>
      rowAt(view.cache, position) ?? (before === null ? undefined : rowAt(before, position)),
    show,
    replace,
    failure,
  };
}

/** The contract's schema takes a list of its own. */
function offered(filter: RowFilter): Offered<'import.page'>['filter'] {
  return filter.kind === 'fates' ? { kind: 'fates', fates: [...filter.fates] } : filter;
}
