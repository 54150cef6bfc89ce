import type { CleanValue } from '../../../shared/cleaning/clean-value.ts';

/**
 * A result as the tables write it: the value itself; `empty`; the kind of a problem; or, for a value to be checked, the
 * value and the whole problem.
 */
export function shown(result: CleanValue): unknown {
  switch (result.kind) {
    case 'empty':
      return 'empty';
    case 'problem':
      return result.problem.kind;
    case 'value':
      return result.check === null ? result.value : [result.value, result.check];
  }
}
