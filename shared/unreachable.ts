/**
 * Ends a `switch` over a union. A new variant that nobody handles does not compile; should one arrive all the same
 * (data from a newer version), this throws, because going on would mean guessing.
 */
export function unreachable(value: never): never {
  throw new Error(`Unhandled variant: ${JSON.stringify(value)}`);
}
