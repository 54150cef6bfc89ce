import { Notification, type BrowserWindow } from 'electron';
import type { Choices } from '../../shared/choices/choices.ts';
import type { ImportSummary } from '../../shared/import.ts';
import type { Words } from '../../shared/words/make-words.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import { atMostEvery } from './at-most-every.ts';
import { awakeKeeper } from './keep-awake.ts';
import { newsBetween, newsWords, signsOf, titleOf, type SendingNews } from './sending-signs.ts';

/** Taskbars redraw slowly on some systems, and nobody reads them more often. */
const SIGNS_GAP_MS = 500;

/** What is shown outside the page, and where. */
export type ShowSendingNeeds = {
  readonly desk: ImportDesk;
  readonly window: BrowserWindow;
  readonly words: Words;
  /** What the user wants of it; asked each time, because it may change meanwhile. */
  readonly choices: () => Choices;
};

/**
 * Shows sending outside the page: on the taskbar, in the window's title, as a notification when it ends or
 * stops while the window is not in front; and keeps the computer from falling asleep by itself meanwhile. The last two as the
 * user chose.
 */
export function showSending({ desk, window, words, choices }: ShowSendingNeeds): void {
  const keepAwake = awakeKeeper(() => choices().keepAwake);
  let before: readonly ImportSummary[] = desk.imports();
  window.on('closed', () => {
    keepAwake(false);
  });
  const show = (): void => {
    const status = desk.sending();
    const { bar, isAwake } = signsOf(status);
    keepAwake(isAwake);
    if (!window.isDestroyed()) {
      window.setProgressBar(bar?.fraction ?? -1, { mode: bar?.mode ?? 'none' });
      window.setTitle(titleOf(status, words.say));
    }
    const news = newsBetween(before, desk.imports());
    before = desk.imports();
    const isWanted = choices().notify && (window.isDestroyed() || !window.isFocused());
    if (isWanted && Notification.isSupported()) {
      for (const one of news) {
        notify(one, window, words);
      }
    }
  };
  desk.onChange(atMostEvery(SIGNS_GAP_MS, show));
}

function notify(news: SendingNews, window: BrowserWindow, { say }: Words): void {
  const notification = new Notification(newsWords(news, say));
  notification.on('click', () => {
    if (!window.isDestroyed()) {
      window.show();
      window.focus();
    }
  });
  notification.show();
}
