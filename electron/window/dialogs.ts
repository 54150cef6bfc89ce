import path from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Words } from '../../shared/words/make-words.ts';

type Chosen = Promise<Result<string, Failure>>;

/**
 * The system's file dialogs. What the user chooses stays in main; the page never sees a path. Closing one is
 * `cancelled`.
 */
export type Dialogs = {
  readonly openSpreadsheets: () => Promise<Result<readonly string[], Failure>>;
  /** `fileName` is the import's bare file name, from which the name of the report is suggested. */
  readonly saveReport: (fileName: string, rows: 'all' | 'not-accepted', format: 'csv' | 'xlsx') => Chosen;
  readonly saveRecipe: (fileName: string) => Chosen;
  readonly openRecipe: () => Chosen;
  /** `name` is the workspace's. */
  readonly saveWorkspace: (name: string) => Chosen;
  readonly openWorkspace: () => Chosen;
};

/**
 * Endings of spreadsheets, also of those that are not read yet: choosing one explains itself better than greying it
 * out.
 */
const SPREADSHEETS = ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods'];

/** Dialogs that belong to `window`, so that they open in front of it. */
export function fileDialogs(window: BrowserWindow, { say }: Words): Dialogs {
  const all: FileFilter = { name: say('desktop.allFiles'), extensions: ['*'] };
  return {
    openSpreadsheets: () => {
      const kinds = [{ name: say('desktop.spreadsheets'), extensions: SPREADSHEETS }, all];
      return openSeveral(window, say('desktop.open'), kinds);
    },
    saveReport: (fileName, rows, format) => {
      const name = say(`desktop.reportName.${rows}`, { name: path.parse(fileName).name });
      const kinds = [{ name: say(`desktop.reportKind.${format}`), extensions: [format] }];
      return save(window, say('desktop.saveReport'), `${name}.${format}`, kinds);
    },
    saveRecipe: (fileName) => {
      const name = say('desktop.recipeName', { name: path.parse(fileName).name });
      const kinds = [{ name: say('desktop.recipes'), extensions: ['json'] }];
      return save(window, say('desktop.saveRecipe'), `${name}.json`, kinds);
    },
    openRecipe: () => {
      const kinds = [{ name: say('desktop.recipes'), extensions: ['json'] }, all];
      return open(window, say('desktop.loadRecipe'), kinds);
    },
    saveWorkspace: (name) => {
      // What a file's name cannot hold on some system or other.
      const safe = name.replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ').trim();
      const kinds = [{ name: say('desktop.workspaces'), extensions: ['json'] }];
      return save(
        window,
        say('desktop.saveWorkspace'),
        `${say('desktop.workspaceName', { name: safe })}.json`,
        kinds,
      );
    },
    openWorkspace: () => {
      const kinds = [{ name: say('desktop.workspaces'), extensions: ['json'] }, all];
      return open(window, say('desktop.loadWorkspace'), kinds);
    },
  };
}

async function open(window: BrowserWindow, title: string, filters: FileFilter[]): Chosen {
  const options: Electron.OpenDialogOptions = { title, filters, properties: ['openFile'] };
  const { filePaths } = await dialog.showOpenDialog(window, options);
  const [chosen] = filePaths;
  return chosen === undefined ? failed({ kind: 'cancelled' }) : success(chosen);
}

async function openSeveral(
  window: BrowserWindow,
  title: string,
  filters: FileFilter[],
): Promise<Result<readonly string[], Failure>> {
  const properties: Electron.OpenDialogOptions['properties'] = ['openFile', 'multiSelections'];
  const { filePaths } = await dialog.showOpenDialog(window, { title, filters, properties });
  return filePaths.length === 0 ? failed({ kind: 'cancelled' }) : success(filePaths);
}

async function save(window: BrowserWindow, title: string, fileName: string, filters: FileFilter[]): Chosen {
  const defaultPath = path.join(app.getPath('documents'), fileName);
  const options: Electron.SaveDialogOptions = { title, filters, defaultPath };
  const { canceled, filePath } = await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? failed({ kind: 'cancelled' }) : success(filePath);
}
