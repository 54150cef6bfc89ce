/**
 * Chromium draws nothing beyond some 33 million pixels, which a million rows exceed, and positions are exact only up to 16
 * million. Taller content is scrolled in a box of this height, a little faster than it moves.
 */
export const MAX_BOX_PX = 10_000_000;

/** How the place in the box relates to the place in the content. */
export type ScrollScale = {
  /** Height of the box that is really scrolled. */
  readonly boxPx: number;
  readonly toContent: (boxOffsetPx: number) => number;
  readonly toBox: (contentOffsetPx: number) => number;
};

/** Both ends of the content are reached exactly at both ends of the box. Content that fits is not scaled. */
export function scrollScale(contentPx: number, viewportPx: number): ScrollScale {
  const boxPx = Math.min(contentPx, MAX_BOX_PX);
  const boxRange = boxPx - viewportPx;
  const factor = boxPx === contentPx || boxRange <= 0 ? 1 : (contentPx - viewportPx) / boxRange;
  return {
    boxPx,
    toContent: (boxOffsetPx) => boxOffsetPx * factor,
    toBox: (contentOffsetPx) => contentOffsetPx / factor,
  };
}

/** The nearest offset at which a piece of the content is wholly in sight; the present one if it is already. */
export function offsetToShow(
  piece: { readonly startPx: number; readonly endPx: number },
  offsetPx: number,
  viewportPx: number,
): number {
  if (piece.startPx < offsetPx) {
    return piece.startPx;
  }
  return piece.endPx > offsetPx + viewportPx ? piece.endPx - viewportPx : offsetPx;
}
