import type { WorkspaceView } from '../catalog/workspace-view.ts';
import type { Failure } from '../failure.ts';

/** What the Send screen shows before the button: a receipt. */
export type Receipt = {
  readonly workspace: WorkspaceView;
  /** Rows that would be sent. */
  readonly readyCount: number;
  /**
   * What is sent, in order: places that columns feed, with the headings of those that are joined parted by ` + `, and places that
   * get the same value in every row, with the heading `null` and their text.
   */
  readonly fields: readonly {
    readonly heading: string | null;
    readonly label: string;
    readonly text: string | null;
  }[];
  /** Kinds of actions that are added to timelines, with the number of leads that carry them. They cannot be taken back. */
  readonly actions: readonly { readonly label: string; readonly leadCount: number }[];
  /** Labels that Telecrm will make new options of, for good, because the user said so. */
  readonly newOptions: readonly {
    readonly fieldLabel: string;
    readonly value: string;
    readonly rowCount: number;
  }[];
  readonly usedThisHour: number;
  /** After the share that is kept free. */
  readonly limitPerHour: number;
  /** When the next request of the hour frees, milliseconds since 1970; `null` while none is used. */
  readonly freesAtMs: number | null;
  /** Requests of the hour that are left to other users of the token. */
  readonly keptFree: number;
  /** When the last lead would be done if sending began now, milliseconds since 1970, by speed. */
  readonly finishAtMs: { readonly even: number; readonly fast: number };
  /** The speed that fits the workspace's answer to "does anything else use this token?". */
  readonly suggestedSpeed: 'even' | 'fast';
  /** What still stands in the way; `null` when the button may be pressed. */
  readonly obstacle: Failure | null;
};
