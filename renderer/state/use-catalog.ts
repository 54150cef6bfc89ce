import { useMemo } from 'react';
import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import type { WorkspaceCatalog } from '../../shared/catalog/field.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { findWorkspace, useApp } from './app-store.ts';

const NO_CATALOG: WorkspaceCatalog = catalogOf({ fields: [], identifier: 'phone', actions: [], team: null });

/** The workspace with this id, or `undefined` if it was deleted. */
export function useWorkspace(workspaceId: string | null): WorkspaceView | undefined {
  return useApp(({ snapshot }) => (snapshot === null ? undefined : findWorkspace(snapshot, workspaceId)));
}

/** The catalog of a workspace; the standard fields alone where the workspace was deleted. */
export function useCatalog(workspaceId: string): WorkspaceCatalog {
  const workspace = useWorkspace(workspaceId)?.workspace;
  return useMemo(() => (workspace === undefined ? NO_CATALOG : catalogOf(workspace)), [workspace]);
}
