import { createContext, useContext } from 'react';
import { makeWords, type Words } from '../../shared/words/make-words.ts';

/** The words of the window's language. English where nobody provides others, such as in a part shown alone. */
export const WordsContext = createContext<Words>(makeWords('en'));

/** The words of the window's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
