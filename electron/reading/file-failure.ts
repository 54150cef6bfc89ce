import type { FileFailure } from '../../shared/failure.ts';

/**
 * Thrown inside `electron/reading` where the file system failed, so that it is told apart from errors of whoever takes the
 * rows (a full disk, say, whose error has a code too). Never leaves the folder: `withSheetFile` makes it a failure.
 */
export class FileTrouble extends Error {
  readonly failure: FileFailure;

  constructor(failure: FileFailure) {
    super(failure.kind);
    this.name = 'FileTrouble';
    this.failure = failure;
  }
}

/** Does one thing with the file system; an error of the operating system comes out as `FileTrouble`. */
export function attempt<Value>(fileName: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof FileTrouble) {
      throw error;
    }
    const failure = fileFailureOf(error, fileName);
    throw failure === null ? error : new FileTrouble(failure);
  }
}

/**
 * The failure behind an error that the file system threw, or `null` when it is no error of the operating system.
 *
 * On Windows a file that another program holds exclusively answers EBUSY (a sharing violation), whereas EPERM and EACCES
 * are about rights on every system. A network drive or memory stick that goes away in the middle answers with errors of
 * the network or of the device, each system with its own.
 */
export function fileFailureOf(error: unknown, fileName: string): FileFailure | null {
  const code = systemCodeOf(error);
  switch (code) {
    case null:
      return null;
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'file-missing', fileName };
    case 'EISDIR':
      return { kind: 'file-is-folder', fileName };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'file-not-allowed', fileName };
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'file-in-use', fileName };
    case 'ESTALE':
    case 'ENXIO':
    case 'ENODEV':
    case 'ETIMEDOUT':
    case 'ENOTCONN':
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'ENETUNREACH':
    case 'ENETRESET':
      return { kind: 'file-out-of-reach', fileName };
    default:
      return { kind: 'file-unreadable', fileName, code };
  }
}

/**
 * `ENOENT`, `EIO` and the like. Codes such as `ERR_INVALID_ARG_TYPE` are Node's own and mean wrong use, with one exception:
 * a path that no file can have because a NUL character is in it.
 */
function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return null;
  }
  if (error.code === 'ERR_INVALID_ARG_VALUE') {
    return 'ENOENT';
  }
  return error.code.startsWith('ERR_') ? null : error.code;
}
