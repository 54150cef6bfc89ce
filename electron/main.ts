import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { makeWords } from '../shared/words/make-words.ts';
import { openImportDesk } from './imports/import-desk.ts';
import { openLog } from './log.ts';
import { openSettings } from './settings/open-settings.ts';
import { Workspaces } from './settings/workspaces.ts';
import { findSystemEncryption } from './vault/system-encryption.ts';
import { Vault } from './vault/vault.ts';
import { declareAppScheme } from './window/app-protocol.ts';
import { openAppWindow } from './window/app-window.ts';
import { catchBugs } from './window/bugs.ts';
import { registerContract } from './window/contract.ts';
import { fileDialogs } from './window/dialogs.ts';
import { endForBug, endForFailure } from './window/fatal.ts';
import { openGivenFiles } from './window/given-files.ts';
import { makeHandlers } from './window/handlers.ts';
import { setMenu } from './window/menu.ts';
import { isOnlyProgram, takeDataFolder } from './window/one-program.ts';
import { fileOpener } from './window/open-file.ts';
import { PracticeRoom } from './window/practice-room.ts';
import { closeBeforeQuit } from './window/quit.ts';
import { makeSampleFile } from './window/sample-file.ts';
import { tellAboutRescue } from './window/settings-notice.ts';
import { showSending } from './window/show-sending.ts';
import { pushSnapshots, takeSnapshot } from './window/snapshots.ts';
import { surroundingsOf } from './window/surroundings.ts';

// The window's process is put together here and nowhere else: a list of calls, in the order in which parts need each other.

const words = makeWords('en');
const folder = takeDataFolder();
declareAppScheme();

if (folder.ok && !isOnlyProgram()) {
  app.exit(0);
} else {
  // Not awaited: Electron becomes ready only after this file has run to its end.
  void app.whenReady().then(() => (folder.ok ? open(folder.value) : endForFailure(folder.failure, words)));
}

/** Never rejects: whatever goes wrong before the window is there is said in a box. */
async function open(dataFolder: string): Promise<void> {
  const log = openLog(dataFolder);
  try {
    await start(dataFolder, log);
  } catch (error) {
    log.error('The program could not start.', error);
    endForBug(path.join(dataFolder, 'logs', 'main.log'), words);
  }
}

async function start(dataFolder: string, log: ReturnType<typeof openLog>): Promise<void> {
  const { settings, damagedCopy } = openSettings(dataFolder, Date.now());
  const vault = new Vault(path.join(dataFolder, 'vault'), findSystemEncryption(), log);
  const workspaces = new Workspaces(settings, vault, randomUUID);
  const practice = new PracticeRoom(workspaces, vault, words.say('desktop.practice'));
  const opened = await openImportDesk({
    dataFolder,
    workerUrl: new URL('preparing-worker.js', import.meta.url),
    surroundings: surroundingsOf(workspaces, vault, practice),
  });
  if (!opened.ok) {
    endForFailure(opened.failure, words);
    return;
  }
  const desk = opened.value;
  catchBugs(log, () => desk.pause());
  closeBeforeQuit(async () => {
    await desk.close();
    await practice.close();
  }, log);

  let window: BrowserWindow | null = null;
  const currentWindow = (): BrowserWindow | null => window;
  const snapshot = () => takeSnapshot({ version: app.getVersion(), desk, workspaces, vault });
  const openFile = fileOpener(desk, workspaces, words.say('workspace.firstName'));
  const onChange = pushSnapshots(snapshot, currentWindow);
  const dialogs = fileDialogs(currentWindow, words);
  const samplePath = (): string => makeSampleFile(dataFolder, words.say('desktop.sample'));
  desk.onChange(onChange);
  registerContract(
    makeHandlers({ desk, workspaces, practice, dialogs, openFile, samplePath, snapshot, onChange }),
    currentWindow,
    log,
  );
  setMenu();
  window = openAppWindow({
    outFolder: path.join(import.meta.dirname, '..'),
    title: words.say('common.appName'),
    place: settings.current().windowPlace,
    onPlace: (windowPlace) => settings.change({ windowPlace }),
    log,
  });
  showSending(desk, window, words);
  openGivenFiles(currentWindow, openFile, words);
  tellAboutRescue(damagedCopy, window, words);
}
