/**
 * Tells when a network is there that was not before. Returns the function that looks; the first look only remembers. Having a
 * network does not mean that it leads to Telecrm, so being told is a reason to try, and no more.
 */
export function watchOnline(isOnline: () => boolean, onOnline: () => void): () => void {
  let wasOnline: boolean | null = null;
  return () => {
    const isNow = isOnline();
    if (isNow && wasOnline === false) {
      onOnline();
    }
    wasOnline = isNow;
  };
}
