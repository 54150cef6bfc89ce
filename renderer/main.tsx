import '@mantine/core/styles.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeWords } from '../shared/words/make-words.ts';
import { App } from './App.tsx';
import { followApp } from './state/app-store.ts';
import { followGiven } from './state/given-file.ts';
import { keepImportFresh } from './state/import-store.ts';
import { cssVariables, theme } from './theme/theme.ts';
import { WordsContext } from './words/words-context.ts';

const words = makeWords('en');
document.documentElement.lang = words.language;
document.title = words.say('common.appName');

followApp();
keepImportFresh();
followGiven();

createRoot(find('#root')).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <WordsContext value={words}>
        <App />
      </WordsContext>
    </MantineProvider>
  </StrictMode>,
);

/** The nonce that the main process put into the page; the policy lets only style tags with it through. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? '';
}

function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) {
    throw new Error(`index.html lacks ${selector}`);
  }
  return element;
}
