import { app, dialog, type BrowserWindow } from 'electron';
import type { Words } from '../../shared/words/make-words.ts';
import { failureWords } from '../../shared/words/failure-words.ts';
import type { OpenFile } from './open-file.ts';
import { readStartArguments } from './start-arguments.ts';

/**
 * Opens the files that come from outside the window: the argument of this start, the arguments of later starts (which
 * only bring the window to the front, as there is one program at a time), and what macOS hands over. The new import
 * is then the first of the list; why a file could not be opened, a box says.
 */
export function openGivenFiles(window: BrowserWindow, openFile: OpenFile, words: Words): void {
  const open = async (file: string | null): Promise<void> => {
    const opened = file === null ? null : await openFile(file);
    if (opened !== null && !opened.ok) {
      const { title, next } = failureWords(words.say, opened.failure);
      dialog.showErrorBox(title, next);
    }
  };
  let isRelaunching = false;
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (bringToFront(window)) {
      void open(readStartArguments(argv, app.isPackaged, workingFolder).file);
    } else if (!isRelaunching) {
      // The last answers are being waited for: the window is gone, but the journals are still open.
      isRelaunching = true;
      app.relaunch();
    }
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void open(file);
  });
  void open(readStartArguments(process.argv, app.isPackaged, process.cwd()).file);
}

function bringToFront(window: BrowserWindow): boolean {
  if (window.isDestroyed()) {
    return false;
  }
  if (window.isMinimized()) {
    window.restore();
  }
  window.show();
  window.focus();
  return true;
}
