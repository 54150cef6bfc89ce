import type { Fate } from '../sending/fate.ts';
import type { Say } from './make-words.ts';

/** Name of a fate and what it means for a row. Total over `Fate`, because the keys are its names. */
export function fateWords(say: Say, fate: Fate): { readonly name: string; readonly meaning: string } {
  return { name: say(`fates.${fate}.name`), meaning: say(`fates.${fate}.meaning`) };
}
