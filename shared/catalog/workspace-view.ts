import type { Workspace } from './workspace.ts';

/** Whether the token of a workspace is here: not at all, kept by the system's keychain, or only until the program ends. */
export type TokenState = 'none' | 'kept' | 'this-session';

/** A workspace as the window knows it. */
export type WorkspaceView = {
  readonly workspaceId: string;
  readonly workspace: Workspace;
  readonly token: TokenState;
  readonly syncToken: TokenState;
  /** The pretend Telecrm of this program. */
  readonly isPractice: boolean;
};
