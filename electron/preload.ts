import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { AppSnapshot, Bridge, DroppedFile, RequestName } from '../shared/ipc.ts';

type PageRequest = Exclude<RequestName, 'file.drop'>;

/**
 * The requests that the page may make. The names are written out, and checked to be all of them, because the table in
 * shared/ipc.ts carries the schemas, which belong to main: loading them here would slow every start of the window.
 */
const pageRequests = {
  'app.read': true,
  'file.choose': true,
  'file.sample': true,
  'import.read': true,
  'import.setReading': true,
  'import.match': true,
  'import.page': true,
  'import.edit': true,
  'import.skipRow': true,
  'import.decide': true,
  'import.undo': true,
  'import.redo': true,
  'import.receipt': true,
  'import.send': true,
  'import.retry': true,
  'import.saveReport': true,
  'import.saveRecipe': true,
  'import.loadRecipe': true,
  'import.delete': true,
  'sending.pause': true,
  'sending.stop': true,
  'sending.continue': true,
  'sending.setSpeed': true,
  'workspace.save': true,
  'workspace.choose': true,
  'workspace.delete': true,
  'workspace.setToken': true,
  'workspace.forgetToken': true,
  'workspace.setField': true,
  'workspace.removeField': true,
  'practice.start': true,
  'practice.received': true,
  'help.open': true,
} as const satisfies Record<PageRequest, true>;

const asking = Object.fromEntries(
  Object.keys(pageRequests).map((name) => [
    name,
    (argument: unknown): Promise<unknown> => ipcRenderer.invoke(name, argument),
  ]),
) as Pick<Bridge, PageRequest>;

const bridge: Bridge = {
  ...asking,
  openDropped: (file: DroppedFile) => {
    // The path goes to main and never into the page. A file that the page made up itself has none, and main says so.
    const path = webUtils.getPathForFile(file as File);
    return ipcRenderer.invoke('file.drop', { path });
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
