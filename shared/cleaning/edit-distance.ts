/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make one text of the other
 * (optimal string alignment, counted in UTF-16 code units). Answers `limit + 1` as soon as it is clear that more than
 * `limit` are needed, and looks only at alignments that stay within it, so a small limit makes it fast.
 */
export function editDistance(left: string, right: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(left.length - right.length) > limit) {
    return tooFar;
  }
  const rows = rowsFor(right.length + 2);
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= right.length; column++) {
    last[column] = Math.min(column, tooFar);
  }
  for (let row = 1; row <= left.length; row++) {
    const start = Math.max(1, row - limit);
    const end = Math.min(right.length, row + limit);
    // The next rows read one cell beside this row's own on each side; what stood there is from another text.
    current[start - 1] = start === 1 ? Math.min(row, tooFar) : tooFar;
    current[end + 1] = tooFar;
    let smallest = current[start - 1] ?? tooFar;
    for (let column = start; column <= end; column++) {
      const cost = left.charCodeAt(row - 1) === right.charCodeAt(column - 1) ? 0 : 1;
      const aside = Math.min(last[column] ?? tooFar, current[column - 1] ?? tooFar) + 1;
      const swapped = isSwap(left, right, row, column) ? (beforeLast[column - 2] ?? tooFar) + 1 : tooFar;
      const distance = Math.min(aside, (last[column - 1] ?? tooFar) + cost, swapped, tooFar);
      current[column] = distance;
      smallest = Math.min(smallest, distance);
    }
    if (smallest > limit) {
      return tooFar;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[right.length] ?? tooFar;
}

type Rows = readonly [Int32Array, Int32Array, Int32Array];

/** Used again by every call: it is called millions of times, and its own memory would cost more than its work. */
let reused: Rows = newRows(128);

function rowsFor(width: number): Rows {
  if (reused[0].length < width) {
    reused = newRows(width * 2);
  }
  return reused;
}

function newRows(width: number): Rows {
  return [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
    left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
  );
}
