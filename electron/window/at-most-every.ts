/**
 * Calls `act` soon after every call of the answer, but at most once in `gapMs`: the first call acts at once, those
 * that follow within the gap are gathered into one at its end. So the last state is always shown, and never late by
 * more than the gap.
 */
export function atMostEvery(gapMs: number, act: () => void): () => void {
  let isWaiting = false;
  let isAskedAgain = false;
  const begin = (): void => {
    isWaiting = true;
    isAskedAgain = false;
    setTimeout(() => {
      isWaiting = false;
      if (isAskedAgain) {
        begin();
      }
    }, gapMs).unref();
    act();
  };
  return () => {
    if (isWaiting) {
      isAskedAgain = true;
    } else {
      begin();
    }
  };
}
