import type { Failure } from '../../shared/failure.ts';
import type { SenderState } from '../../shared/sending/status.ts';

/**
 * Reasons to stop that concern one workspace: imports in the line that go to another one need not wait for its cure. After
 * any other reason everything waits.
 */
const CONCERNS_WORKSPACE: ReadonlySet<Failure['kind']> = new Set([
  'workspace-gone',
  'token-missing',
  'token-refused',
  'workspace-refused',
  'licence-expired',
  'enterprise-id-missing',
  'enterprise-id-odd',
  'enterprise-id-is-token',
]);

/**
 * Whether the next import of the line may begin by itself.
 *
 * [Note: When the line moves] The next import begins by itself when one is finished. It does not when the user paused, took
 * an import back or looks at a few leads first, and not when sending stopped for a reason that may concern all: then
 * everything waits until the user goes on, which also holds after a restart. Where the reason is one workspace's token, the
 * imports of other workspaces go on.
 */
export class LinePolicy {
  #isMoving = false;
  /** Workspaces whose token or address must be mended before their imports have their turn. */
  readonly #blocked = new Set<string>();

  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** The user pressed a button that sends an import of this workspace. */
  begin(workspaceId: string): void {
    this.#isMoving = true;
    this.#blocked.delete(workspaceId);
  }

  /** The user paused, or there is nothing that could begin. */
  halt(): void {
    this.#isMoving = false;
  }

  /** An import of this workspace could not begin by itself. */
  block(workspaceId: string): void {
    this.#blocked.add(workspaceId);
  }

  isBlocked(workspaceId: string): boolean {
    return this.#blocked.has(workspaceId);
  }

  /** A run ended in this state. */
  ended(workspaceId: string, state: SenderState): void {
    if (state.kind === 'stopped' && CONCERNS_WORKSPACE.has(state.failure.kind)) {
      this.#blocked.add(workspaceId);
    } else if (state.kind !== 'finished') {
      this.#isMoving = false;
    }
  }
}
