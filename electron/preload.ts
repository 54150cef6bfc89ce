import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { AppSnapshot } from '../shared/app-snapshot.ts';
import type { Bridge, DroppedFile } from '../shared/bridge.ts';
import { PAGE_REQUESTS, type PageRequest } from './request-names.ts';

/** One function for each request: it passes the argument on and the answer back. */
const asking = Object.fromEntries(
  PAGE_REQUESTS.map((name) => [
    name,
    (argument: unknown): Promise<unknown> => ipcRenderer.invoke(name, argument),
  ]),
) as Pick<Bridge, PageRequest>;

const bridge: Bridge = {
  ...asking,
  openDropped: (files: readonly DroppedFile[]) => {
    // The paths go to main and never into the page. A file that the page made up itself has none, and main says so.
    const paths = files.map((file) => webUtils.getPathForFile(file as File));
    return ipcRenderer.invoke('file.drop', { paths });
  },
  onApp: (listener) => {
    const pass = (_event: IpcRendererEvent, snapshot: AppSnapshot): void => {
      listener(snapshot);
    };
    ipcRenderer.on('app', pass);
    return () => {
      ipcRenderer.off('app', pass);
    };
  },
};

contextBridge.exposeInMainWorld('leadImporter', bridge);
