import { app, Menu, nativeImage, Tray, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/make-words.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import { isUnderWay, titleOf } from './sending-signs.ts';
import { TRAY_PICTURE } from './tray-picture.ts';

/** What goes on while the window is closed is asked and told through these. */
export type UnseenNeeds = {
  readonly desk: ImportDesk;
  readonly window: BrowserWindow;
  readonly words: Words;
  /** Whether the user wants sending to go on when the window is closed. */
  readonly isWished: () => boolean;
};

/**
 * Goes on sending when the window is closed, if the user chose so: the window is only hidden, and a sign in the tray says how
 * far it is and brings the window back. When everything is sent the program ends; when sending stops it waits in the tray, so
 * that the reason can be read. Otherwise, and whenever nothing is being sent, closing the window ends the program.
 */
export function sendUnseen({ desk, window, words, isWished }: UnseenNeeds): void {
  let tray: Tray | null = null;
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    if (!isQuitting && isWished() && isUnderWay(desk.sending())) {
      event.preventDefault();
      window.hide();
      tray ??= makeTray(window, words);
      show();
    }
  });
  window.on('show', () => {
    tray?.destroy();
    tray = null;
  });
  desk.onChange(show);

  function show(): void {
    const status = desk.sending();
    if (tray === null || window.isDestroyed()) {
      return;
    }
    tray.setToolTip(titleOf(status, words.say));
    if (status?.state.kind === 'finished' && desk.line().length === 0) {
      app.quit();
    }
  }
}

function makeTray(window: BrowserWindow, { say }: Words): Tray {
  const tray = new Tray(nativeImage.createFromDataURL(TRAY_PICTURE));
  const open = (): void => {
    window.show();
    window.focus();
  };
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: say('desktop.tray.open'), click: open },
      { label: say('desktop.tray.quit'), click: () => app.quit() },
    ]),
  );
  tray.on('click', open);
  return tray;
}
