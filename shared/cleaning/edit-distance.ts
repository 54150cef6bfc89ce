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
  const width = right.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, column) => Math.min(column, tooFar));
  for (let row = 1; row <= left.length; row++) {
    const current = new Array<number>(width).fill(tooFar);
    current[0] = Math.min(row, tooFar);
    let smallest = current[0];
    const end = Math.min(right.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= end; column++) {
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
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? tooFar;
}

function isSwap(left: string, right: string, row: number, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
    left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
  );
}
