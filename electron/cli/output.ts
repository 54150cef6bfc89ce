import { failureWords } from '../../shared/words/failure-words.ts';
import { makeWords, type Words } from '../../shared/words/make-words.ts';
import type { Failure } from '../../shared/failure.ts';

/** Where a command's answers go: sentences for people, or one JSON object a line for programs. */
export type Output = {
  readonly words: Words;
  readonly isJson: boolean;
  /** A sentence for people; nothing with `--json`. */
  readonly say: (sentence: string) => void;
  /** An object for programs; nothing without `--json`. */
  readonly put: (object: object) => void;
  /** A failure for both: sentences on standard error, an object `{"kind":"failure",…}` with `--json`. */
  readonly fail: (failure: Failure) => void;
  /**
   * The end of a run that came to no `done`: `{"kind":"failed",…}` with the last failure that was told (`null` for an
   * interruption), so that the last line of `--json` always says how it ended. Nothing after a `done`.
   */
  readonly endFailed: (exitCode: number) => void;
};

/** Output on this process's standard streams. Standard output carries answers only, so that it can be piped. */
export function makeOutput(isJson: boolean): Output {
  const words = makeWords('en');
  let isDone = false;
  let last: Failure['kind'] | null = null;
  function put(object: object): void {
    isDone = 'kind' in object && object.kind === 'done';
    if (isJson) {
      process.stdout.write(`${JSON.stringify(object)}\n`);
    }
  }
  return {
    words,
    isJson,
    say: (sentence) => {
      if (!isJson) {
        process.stdout.write(`${sentence}\n`);
      }
    },
    put,
    fail: (failure) => {
      const { title, details, next: nextInWindow } = failureWords(words.say, failure);
      const next = nextWithoutWindow(failure, words) ?? nextInWindow;
      last = failure.kind;
      put({ kind: 'failure', failure: failure.kind, title, next });
      const lines = [title, next, ...details.map((detail) => `(${detail})`)];
      process.stderr.write(`${lines.join('\n')}\n`);
    },
    endFailed: (exitCode) => {
      if (!isDone) {
        put({ kind: 'failed', failure: last, exitCode });
      }
    },
  };
}

/** What to do without a window; `null` where that is the same, or where the failure itself knows better what was meant. */
function nextWithoutWindow(failure: Failure, { say }: Words): string | null {
  switch (failure.kind) {
    case 'identifier-not-matched':
      return say(`cli.next.${failure.kind}`, { label: failure.label });
    case 'field-not-in-workspace':
    case 'action-not-in-workspace':
    case 'part-not-in-workspace':
      return failure.closest === undefined ? say(`cli.next.${failure.kind}`) : null;
    case 'action-takes-no-time':
    case 'field-matched-twice':
    case 'nothing-to-send':
    case 'action-incomplete':
    case 'constant-does-not-fit':
    case 'token-missing':
    case 'sync-token-missing':
    case 'enterprise-id-missing':
    case 'enterprise-id-is-token':
      return say(`cli.next.${failure.kind}`);
    default:
      return null;
  }
}
