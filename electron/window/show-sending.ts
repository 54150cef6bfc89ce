import { Notification, type BrowserWindow } from 'electron';
import type { SendingStatus } from '../../shared/sending/status.ts';
import type { Words } from '../../shared/words/make-words.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import { atMostEvery } from './at-most-every.ts';
import { awakeKeeper } from './keep-awake.ts';
import { leadsAnswered, newsBetween, signsOf, type SendingNews } from './sending-signs.ts';

/** Taskbars redraw slowly on some systems, and nobody reads them more often. */
const SIGNS_GAP_MS = 500;

/**
 * Shows sending outside the page: on the taskbar, in the window's title, as a notification when it ends while the
 * window is not in front; and keeps the computer from falling asleep by itself meanwhile.
 */
export function showSending(desk: ImportDesk, window: BrowserWindow, words: Words): void {
  const keepAwake = awakeKeeper();
  let before: SendingStatus | null = null;
  window.on('closed', () => {
    keepAwake(false);
  });
  const show = (): void => {
    const status = desk.sending();
    const { bar, isAwake } = signsOf(status);
    keepAwake(isAwake);
    if (!window.isDestroyed()) {
      window.setProgressBar(bar?.fraction ?? -1, { mode: bar?.mode ?? 'none' });
      window.setTitle(titleOf(status, words));
    }
    if (window.isDestroyed() || !window.isFocused()) {
      notify(newsBetween(before, status), status, window, words);
    }
    before = status;
  };
  desk.onChange(atMostEvery(SIGNS_GAP_MS, show));
}

function titleOf(status: SendingStatus | null, { say }: Words): string {
  const appName = say('common.appName');
  switch (status?.state.kind) {
    case 'running':
    case 'pausing': {
      const percent = status.total === 0 ? 100 : Math.floor((leadsAnswered(status) / status.total) * 100);
      return say('desktop.titleSending', { percent, appName });
    }
    case 'paused':
      return say('desktop.titlePaused', { appName });
    case 'stopped':
      return say('desktop.titleStopped', { appName });
    case 'finished':
    case undefined:
    default:
      return appName;
  }
}

function notify(
  news: SendingNews,
  status: SendingStatus | null,
  window: BrowserWindow,
  { say }: Words,
): void {
  if (news === null || status === null || !Notification.isSupported()) {
    return;
  }
  const { total, counts } = status;
  const body =
    news === 'finished'
      ? say('desktop.finished.text', { accepted: counts.accepted, total })
      : say('desktop.stopped.text', { done: leadsAnswered(status), total });
  const notification = new Notification({ title: say(`desktop.${news}.title`), body });
  notification.on('click', () => {
    if (!window.isDestroyed()) {
      window.show();
      window.focus();
    }
  });
  notification.show();
}
