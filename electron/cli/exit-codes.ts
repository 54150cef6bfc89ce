import type { Failure } from '../../shared/failure.ts';

/** What the command line's exit code says, for scripts and schedulers. */
export const EXIT = {
  /** All ready rows were accepted. */
  accepted: 0,
  /** Some rows were not accepted, or nothing was ready. */
  notAll: 1,
  /** Bad arguments, or a file that cannot be read. */
  badInput: 2,
  /** Sending stopped itself: token, workspace, repeated refusal, or our own records cannot be written. */
  stopped: 3,
  /** SIGINT or SIGTERM; the import can be resumed. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code where our own folder or records cannot be opened: a folder that takes no files is a bad argument. */
export function exitOfFolder(failure: Failure): ExitCode {
  return failure.kind === 'folder-not-writable' ? EXIT.badInput : EXIT.stopped;
}
