import type { z } from 'zod';
import { destinationKey } from './destination.ts';
import type { Destination, Target } from './mapping.ts';
import { placeKey, type Place } from './recipe-place.ts';

/** The parts of a recipe that must agree with each other. */
type Parts = {
  readonly columns: readonly (Place & { readonly target: Target })[];
  readonly extras: readonly (Place & { readonly target: Destination })[];
  readonly joins: readonly { readonly target: Destination; readonly columns: readonly Place[] }[];
  readonly constants: readonly { readonly target: Destination }[];
  readonly actions: readonly { readonly actionId: string }[];
};

/**
 * Refuses a recipe whose parts contradict each other, as one that was edited by hand may: two actions or two columns of one
 * name, something that goes to an action which is not listed, a join of columns that do not go where it goes, two joins or
 * constants for one destination. What is meant is not guessed.
 */
export function checkRecipe(recipe: Parts, context: z.RefinementCtx): void {
  const { columns, extras, joins, constants, actions } = recipe;
  function refuse(message: string, list: keyof Parts, index: number): void {
    context.addIssue({ code: 'custom', message, path: [list, index] });
  }
  refuseRepeats(actions, ({ actionId }) => actionId, 'actions', 'has the name of another action.', refuse);
  refuseRepeats(columns, placeKey, 'columns', 'is there twice.', refuse);
  refuseRepeats(
    joins,
    ({ target }) => destinationKey(target),
    'joins',
    'has the target of another join.',
    refuse,
  );
  refuseRepeats(
    constants,
    ({ target }) => destinationKey(target),
    'constants',
    'has the target of another constant.',
    refuse,
  );
  const known = new Set(actions.map(({ actionId }) => actionId));
  const lists = { columns, extras, joins, constants };
  for (const list of ['columns', 'extras', 'joins', 'constants'] as const) {
    lists[list].forEach(({ target }, index) => {
      if ('actionId' in target && !known.has(target.actionId)) {
        refuse('goes to an action that is not among the actions.', list, index);
      }
    });
  }
  const feeds = new Set(
    [...columns, ...extras].flatMap((column) =>
      column.target.kind === 'not-sent' ? [] : [`${destinationKey(column.target)} ${placeKey(column)}`],
    ),
  );
  joins.forEach(({ target, columns: joined }, index) => {
    if (!joined.every((place) => feeds.has(`${destinationKey(target)} ${placeKey(place)}`))) {
      refuse('joins a column that does not go to its target.', 'joins', index);
    }
  });
}

function refuseRepeats<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  list: keyof Parts,
  message: string,
  refuse: (message: string, list: keyof Parts, index: number) => void,
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(keyOf(item))) {
      refuse(message, list, index);
    }
    seen.add(keyOf(item));
  });
}
