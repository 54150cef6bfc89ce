import { existsSync } from 'node:fs';

/** The entry of the preparing thread: beside the built program, or the source itself in a checkout. */
export function preparingWorkerUrl(): URL {
  const built = new URL('./preparing-worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('../preparing/worker.ts', import.meta.url);
}
