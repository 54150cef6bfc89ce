import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Words } from '../../shared/words/make-words.ts';
import { WordsContext } from './words-context.ts';

/** Gives everything below it the words of one language. */
export function WordsProvider({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return (
    <WordsContext value={words}>
      <I18nextProvider i18n={words.i18n} defaultNS="words">
        {children}
      </I18nextProvider>
    </WordsContext>
  );
}
