import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/**
 * The program's menu: only what the system provides, in its own words. Linux and Windows show it on Alt; what matters
 * are its keys (zoom, full screen; on macOS also copy and paste, which do not work there without a menu).
 */
export function setMenu(): void {
  const isMac = process.platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      { role: 'editMenu' },
      { role: 'viewMenu', submenu: [...view, ...forDevelopers] },
      { role: 'windowMenu' },
    ]),
  );
}

/** Cut, copy and paste under the right mouse button, where people look for them when they have a token to paste. */
export function addTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) {
      Menu.buildFromTemplate([
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ]).popup();
    } else if (selectionText.trim() !== '') {
      Menu.buildFromTemplate([{ role: 'copy' }]).popup();
    }
  });
}
