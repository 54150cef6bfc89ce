import type { WindowPlace } from '../settings/settings-format.ts';

/** The smallest window in which every screen has its place, in pixels of the screen. */
export const SMALLEST = { width: 1000, height: 680 } as const;
const FIRST = { width: 1240, height: 820 } as const;

/** A part of a screen, in pixels. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Where the window opens: where it was, if enough of that still lies on a screen to take hold of its title; otherwise
 * in the middle (no `x` and `y`). Screens are unplugged between two starts more often than one thinks.
 */
export function placeOnScreens(
  remembered: WindowPlace | null,
  screens: readonly Area[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  if (remembered === null) {
    return FIRST;
  }
  const size = {
    width: Math.max(remembered.width, SMALLEST.width),
    height: Math.max(remembered.height, SMALLEST.height),
  };
  const title: Area = { x: remembered.x, y: remembered.y, width: size.width, height: 40 };
  const isReachable = screens.some((screen) => overlap(title, screen) >= 100 * 20);
  return isReachable ? { ...size, x: remembered.x, y: remembered.y } : size;
}

function overlap(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
