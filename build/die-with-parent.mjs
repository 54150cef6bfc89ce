/** The environment variable by which build/with-node.mjs tells the Node it starts that it is the parent. */
export const PARENT_MARK = 'TELECRM_STARTED_BY_WITH_NODE';

/** How long a SIGINT that a terminal gave to parent and child alike may take to reach the child's event loop. */
const SIGNAL_GRACE_MS = 100;

/**
 * In a process that build/with-node.mjs started, ties its life to that parent: when the parent is gone, even by
 * SIGKILL, this process goes too. Anywhere else it does nothing.
 *
 * It works by the channel between the two, which closes when the parent ends. The rest of the program sees none of it:
 * the channel keeps nothing alive, and `process.send` is taken away, as its presence means "forked" to many libraries.
 */
export function dieWithParent() {
  if (process.env[PARENT_MARK] === undefined || process.channel === undefined) {
    return;
  }
  delete process.env[PARENT_MARK];
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  passOnInterruptsOfParent();
  process.channel.unref();
  Object.assign(process, { send: undefined });
}

/**
 * Ctrl+C in a terminal reaches parent and child, `kill -INT` on the parent only the parent. So the parent reports each
 * SIGINT, and the child raises it again only if it saw fewer than were reported: once each, either way.
 */
function passOnInterruptsOfParent() {
  let seen = 0;
  let reported = 0;
  const emit = /** @type {(...event: any[]) => boolean} */ (process.emit.bind(process));
  Object.assign(process, {
    emit: (/** @type {any[]} */ ...event) => {
      if (event[0] === 'SIGINT') {
        seen += 1;
      }
      return emit(...event);
    },
  });
  process.on('message', (/** @type {{ kind?: string } | null} */ message) => {
    if (message?.kind === 'interrupted') {
      reported += 1;
      setTimeout(() => seen < reported && process.kill(process.pid, 'SIGINT'), SIGNAL_GRACE_MS);
    }
  });
}
