import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';
import type { Checked, ImportDetail, ImportSummary } from '../../shared/import.ts';
import type { AppSnapshot } from '../../shared/app-snapshot.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { ask } from '../bridge.ts';
import { findPreparing, findSummary, useApp } from './app-store.ts';

/** A mirror of the import that the user is at; replaced whole by every reply, and right again after one question. */
type ImportState = {
  readonly importId: string | null;
  /** `null` until main answered. */
  readonly detail: ImportDetail | null;
  /** Why it could not be read; `null` when nothing is wrong. */
  readonly failure: Failure | null;
  /** Grows whenever rows may have changed other than through the row at hand, so that pages are asked for anew. */
  readonly rowsVersion: number;
};

const NONE: ImportState = { importId: null, detail: null, failure: null, rowsVersion: 0 };

export const useImport = create<ImportState>(() => NONE);

/** Turns to another import, or to none. Turning to the present one changes nothing. */
export async function followImport(importId: string | null): Promise<void> {
  if (useImport.getState().importId === importId) {
    return;
  }
  useImport.setState({ ...NONE, importId });
  await readImport();
}

/** Asks for the present import once more. */
export async function readImport(): Promise<void> {
  const { importId } = useImport.getState();
  if (importId === null) {
    return;
  }
  const answer = await ask('import.read', { importId });
  if (useImport.getState().importId !== importId) {
    return;
  }
  if (answer.ok) {
    showDetail(answer.value);
  } else {
    useImport.setState({ failure: answer.failure });
  }
}

/** Takes over what a request answered about the whole import. Answers about another import are ignored. */
export function showDetail(detail: ImportDetail): void {
  useImport.setState((state) =>
    state.importId === detail.summary.importId
      ? { detail, failure: null, rowsVersion: state.rowsVersion + 1 }
      : state,
  );
}

/** Takes over what checking found. `rows` says whether only the row at hand changed, or perhaps any of them. */
export function showChecked(importId: string, checked: Checked, rows: 'one-row' | 'any-row'): void {
  useImport.setState((state) => {
    if (state.importId !== importId || state.detail === null) {
      return state;
    }
    const rowsVersion = rows === 'any-row' ? state.rowsVersion + 1 : state.rowsVersion;
    return { detail: { ...state.detail, checked }, rowsVersion };
  });
}

/** Shows a mapping before main has confirmed it, so that a choice is seen at once. */
export function showMapping(importId: string, mapping: Mapping): void {
  useImport.setState((state) =>
    state.importId === importId && state.detail !== null ? { detail: { ...state.detail, mapping } } : state,
  );
}

/** Reads the import again whenever main says that it moved on by itself. Returns the function that ends it. */
export function keepImportFresh(): () => void {
  return useApp.subscribe(({ snapshot }, { snapshot: before }) => {
    const { importId, detail } = useImport.getState();
    if (snapshot === null || importId === null || detail === null) {
      return;
    }
    const summary = findSummary(snapshot, importId);
    const summaryBefore = before === null ? undefined : findSummary(before, importId);
    const isDone = isPreparing(before, importId) && !isPreparing(snapshot, importId);
    if (summary !== undefined && (isDone || hasMovedOn(summary, summaryBefore ?? detail.summary))) {
      void readImport();
    }
  });
}

function isPreparing(snapshot: AppSnapshot | null, importId: string): boolean {
  return snapshot !== null && findPreparing(snapshot, importId) !== undefined;
}

/** While leads are being sent the counts come with every snapshot, so only a change of stage is worth a question. */
function hasMovedOn(summary: ImportSummary, before: ImportSummary): boolean {
  return (
    summary.stage !== before.stage ||
    (summary.stage !== 'sending' && summary.changedAtMs !== before.changedAtMs)
  );
}
