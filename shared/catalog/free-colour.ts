import { WORKSPACE_COLOURS, type Workspace } from './workspace.ts';

/** The colour, or where another workspace wears it one that none does; the same again where all are worn. */
export function freeColour(
  colour: Workspace['colour'],
  taken: readonly Workspace['colour'][],
): Workspace['colour'] {
  return taken.includes(colour)
    ? (WORKSPACE_COLOURS.find((other) => !taken.includes(other)) ?? colour)
    : colour;
}
