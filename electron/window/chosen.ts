import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';

/** An outcome that is there already, as a handler gives it. */
export function answered<Value>(result: Result<Value, Failure>): Promise<Result<Value, Failure>> {
  return Promise.resolve(result);
}

/** Acts on what the user chose in a dialog; closing it is `cancelled`. */
export async function chosen<Choice, Value>(
  choice: Promise<Result<Choice, Failure>>,
  act: (made: Choice) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const made = await choice;
  return made.ok ? act(made.value) : made;
}
