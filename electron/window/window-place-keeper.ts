import { screen, type BrowserWindow } from 'electron';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { placeOnScreens } from './window-place.ts';

/**
 * Puts the window where it was the last time, shows it as soon as its page is drawn, and remembers where it is when
 * it closes. `whenDrawn` resolves when there is something to show; it may have already.
 */
export function keepPlace(window: BrowserWindow, settings: SettingsKeeper, whenDrawn: Promise<void>): void {
  const remembered = settings.current().windowPlace;
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = placeOnScreens(remembered, screens);
  window.setBounds(place);
  if (place.x === undefined) {
    window.center();
  }
  window.on('close', () => {
    settings.change({ windowPlace: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  });
  void whenDrawn.then(() => {
    if (!window.isDestroyed()) {
      show(window, remembered?.isMaximized === true);
    }
  });
}

function show(window: BrowserWindow, isMaximized: boolean): void {
  if (isMaximized) {
    window.maximize();
  }
  window.show();
}
