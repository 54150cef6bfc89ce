import { app, dialog, type BrowserWindow } from 'electron';
import type { GivenFile } from '../../shared/app-snapshot.ts';
import type { Words } from '../../shared/words/make-words.ts';
import { failureWords } from '../../shared/words/failure-words.ts';
import type { OpenFile } from './open-file.ts';
import { openFiles } from './open-files.ts';
import { readStartArguments } from './start-arguments.ts';

/** Where files that come from outside the window go. */
export type GivenFilesNeeds = {
  readonly window: BrowserWindow;
  readonly openFile: OpenFile;
  readonly words: Words;
  /** Called with the first of them that could be opened. What the window does with it, the window knows best. */
  readonly onOpened: (given: GivenFile) => void;
};

/**
 * Opens the files that come from outside the window: the arguments of this start, the arguments of later starts (which
 * only bring the window to the front, as there is one program at a time), and what macOS hands over. Why a file could
 * not be opened, a box says.
 */
export function openGivenFiles({ window, openFile, words, onOpened }: GivenFilesNeeds): void {
  const open = async (files: readonly string[]): Promise<void> => {
    if (files.length === 0) {
      return;
    }
    const opened = await openFiles(files, openFile);
    if (opened.ok) {
      const { detail, others } = opened.value;
      onOpened({ importId: detail.summary.importId, others });
    }
    for (const failure of opened.ok ? opened.value.refused : [opened.failure]) {
      const { title, next } = failureWords(words.say, failure);
      dialog.showErrorBox(title, next);
    }
  };
  let isRelaunching = false;
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (bringToFront(window)) {
      void open(readStartArguments(argv, app.isPackaged, workingFolder).files);
    } else if (!isRelaunching) {
      // The last answers are being waited for: the window is gone, but the journals are still open.
      isRelaunching = true;
      app.relaunch();
    }
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    bringToFront(window);
    void open([file]);
  });
  void open(readStartArguments(process.argv, app.isPackaged, process.cwd()).files);
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
