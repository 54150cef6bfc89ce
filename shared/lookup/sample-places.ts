/** So many rows of a sample stand side by side at most: every place costs a look into another part of the sheet. */
const LONGEST_RUN = 10;

/** Rows one after another: the first one's place among all that could be looked up, and how many. */
export type Run = { readonly place: number; readonly count: number };

/**
 * Which of `rowCount` rows are looked up, in order: all of them, in runs of at most `runLength`, or `sampleSize` spread evenly
 * over the sheet.
 */
export function* samplePlaces(
  rowCount: number,
  sampleSize: number | null,
  runLength: number,
): Generator<Run> {
  if (sampleSize === null || sampleSize >= rowCount) {
    for (let place = 0; place < rowCount; place += runLength) {
      yield { place, count: Math.min(runLength, rowCount - place) };
    }
    return;
  }
  const perRun = Math.min(LONGEST_RUN, runLength, Math.max(1, Math.floor(sampleSize / 100)));
  const runs = Math.ceil(sampleSize / perRun);
  let next = 0;
  for (let run = 0; run < runs; run += 1) {
    const count = Math.min(perRun, sampleSize - run * perRun);
    const place = Math.max(next, Math.floor((run * rowCount) / runs));
    next = place + count;
    yield { place, count };
  }
}
