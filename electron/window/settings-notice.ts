import { dialog, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/make-words.ts';

/** Tells the user that the settings were damaged and where the old file is; nothing when `damagedCopy` is `null`. */
export function tellAboutRescue(damagedCopy: string | null, window: BrowserWindow, { say }: Words): void {
  if (damagedCopy !== null) {
    void dialog.showMessageBox(window, {
      type: 'warning',
      title: say('common.appName'),
      message: say('desktop.settingsDamaged.title'),
      detail: say('desktop.settingsDamaged.text', { fileName: damagedCopy }),
      buttons: [say('common.ok')],
    });
  }
}
