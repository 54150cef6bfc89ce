/** The first API name (or type of an action) that two of these have; `null` when all differ. Case counts, as for Telecrm. */
export function apiNameTwice(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) {
      return name;
    }
    seen.add(name);
  }
  return null;
}
