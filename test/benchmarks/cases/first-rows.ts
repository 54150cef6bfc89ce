// From asking to having the first rows of a file, its encoding, delimiter and headings, in the preparing thread.
import { Preparer } from '../../../electron/preparing/preparer.ts';

const path = process.argv[2] ?? '';
const preparer = new Preparer(
  new URL('../../../electron/preparing/worker.ts', import.meta.url),
  () => undefined,
);
// The thread is there before anybody chooses a file, so its start is not part of it.
await preparer.call('look', { path, wish: {} });
const times: number[] = [];
for (let round = 0; round < 9; round++) {
  const beginMs = performance.now();
  const looked = await preparer.call('look', { path, wish: {} });
  times.push(performance.now() - beginMs);
  if (!looked.ok) {
    throw new Error(looked.failure.kind);
  }
}
await preparer.close();
times.sort((one, other) => one - other);
process.stdout.write(`${JSON.stringify({ ms: times[4] })}\n`);
