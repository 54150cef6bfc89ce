/**
 * The outcome of an operation that may fail in a way we expect. Expected trouble is a value (a `Failure`), so that it
 * survives the way between processes, where an error's class and fields are lost; only bugs are thrown.
 */
export type Result<Value, Reason> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Reason };

/** A success carrying `value`. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** An expected failure carrying its reason. */
export function failed<Reason>(failure: Reason): { readonly ok: false; readonly failure: Reason } {
  return { ok: false, failure };
}
