import path from 'node:path';
import { app, BrowserWindow, nativeTheme, session, type Session } from 'electron';
import type { Log } from '../log.ts';
import { serveApp } from './app-protocol.ts';
import { addTextMenu } from './menu.ts';
import { PAGE_ORIGIN, PAGE_URL } from './page-address.ts';
import { SMALLEST } from './window-place.ts';

/**
 * The page's own background by theme (renderer/theme/tokens.css), shown until the page is drawn, so that nothing
 * flashes.
 */
const BACKGROUND = { light: '#f5f4ef', dark: '#141716' } as const;

/** A page that dies of being loaded would otherwise be loaded for ever. */
const MOST_REVIVALS = 5;

/** What the window needs to open. */
export type AppWindowOptions = {
  /** The folder with the built files of all processes. */
  readonly outFolder: string;
  /** What it is called until sending gives it another title. */
  readonly title: string;
  readonly log: Log;
};

/** The window, not shown yet, and two moments of its page. */
export type AppWindow = {
  readonly window: BrowserWindow;
  /** The page has got its files (or never will): from now on it is busy by itself, and main is free for other work. */
  readonly whenServed: Promise<void>;
  /** There is something to show. */
  readonly whenDrawn: Promise<void>;
};

/**
 * Opens the one window. Its page is sandboxed and isolated, can load nothing but our own files, go nowhere, open
 * nothing and is given no permission of the system. Nothing of it is written to disk: its session lives in memory,
 * because leads pass through it. Answers at once, before the page is loaded; `keepPlace` shows it.
 */
export function openAppWindow(options: AppWindowOptions): AppWindow {
  const window = new BrowserWindow({
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: options.title,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: background(),
    webPreferences: {
      preload: path.join(options.outFolder, 'preload', 'preload.cjs'),
      session: pageSession(options.outFolder),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
      // A page in the background still has to show where sending is when it comes back.
      backgroundThrottling: false,
    },
  });
  // The title is main's to set; the page's own would replace it with every load.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) {
      window.setBackgroundColor(background());
    }
  });
  keepInPlace(window);
  reviveAfterCrash(window, options.log);
  addTextMenu(window.webContents);
  const moments = momentsOf(window);
  void loadPage(window, options.log);
  return { window, ...moments };
}

function momentsOf(window: BrowserWindow): Omit<AppWindow, 'window'> {
  const { webContents } = window;
  const whenServed = new Promise<void>((resolve) => {
    webContents.session.webRequest.onCompleted({ urls: [`${PAGE_ORIGIN}/*.js`] }, () => {
      resolve();
    });
    webContents.once('did-stop-loading', () => {
      resolve();
    });
  });
  const whenDrawn = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => {
      resolve();
    });
  });
  return { whenServed, whenDrawn };
}

/** Never rejects: a page that cannot be loaded is logged, and the window stays open and empty. */
async function loadPage(window: BrowserWindow, log: Log): Promise<void> {
  try {
    await window.loadURL(PAGE_URL);
  } catch (error) {
    log.error('The page could not be loaded.', error);
  }
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** A session that lives in memory: without `persist:` in its name nothing of it is written. */
function pageSession(outFolder: string): Session {
  const pages = session.fromPartition('page');
  serveApp(pages, path.join(outFolder, 'renderer'));
  return pages;
}

/** No navigation, no new windows, no web views, whatever a page may try. */
function keepInPlace({ webContents }: BrowserWindow): void {
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const deny = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
  };
  webContents.on('will-navigate', deny);
  webContents.on('will-frame-navigate', deny);
  webContents.on('will-redirect', deny);
  webContents.on('will-attach-webview', deny);
}

/** Everything true is in main and on disk, so a page that died is simply loaded again. */
function reviveAfterCrash(window: BrowserWindow, log: Log): void {
  let revivals = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error(`The page ended: ${reason}.`);
    if (reason !== 'clean-exit' && revivals < MOST_REVIVALS && !window.isDestroyed()) {
      revivals += 1;
      void loadPage(window, log);
    }
  });
}
