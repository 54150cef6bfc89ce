import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { makeWords } from '../shared/words/make-words.ts';
import { openImportDesk } from './imports/import-desk.ts';
import { openLog, type Log } from './log.ts';
import { openSettings } from './settings/open-settings.ts';
import { Workspaces } from './settings/workspaces.ts';
import { findSystemEncryption } from './vault/system-encryption.ts';
import { Vault } from './vault/vault.ts';
import { declareAppScheme } from './window/app-protocol.ts';
import { openAppWindow } from './window/app-window.ts';
import { catchBugs } from './window/bugs.ts';
import { registerContract } from './window/contract.ts';
import { fileDialogs } from './window/dialogs.ts';
import { endForBug, endForFailure, endForFolder } from './window/fatal.ts';
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
  void app.whenReady().then(() => (folder.ok ? start(folder.value) : endForFolder(folder.failure, words)));
}

async function start(dataFolder: string): Promise<void> {
  const log = openLog(dataFolder);
  log.info(`Started: ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}.`);
  try {
    await openProgram(dataFolder, log);
  } catch (error) {
    log.error('The program could not start.', error);
    endForBug(path.join(dataFolder, 'logs', 'main.log'), words);
  }
}

async function openProgram(dataFolder: string, log: Log): Promise<void> {
  const { settings, damagedCopy } = openSettings(dataFolder, Date.now());
  const vault = new Vault(path.join(dataFolder, 'vault'), findSystemEncryption(), log);
  const workspaces = new Workspaces(settings, vault, randomUUID);
  const practice = new PracticeRoom(workspaces, vault, words.say('desktop.practice'));
  const surroundings = surroundingsOf(workspaces, vault, practice);
  const workerUrl = new URL('preparing-worker.js', import.meta.url);
  const opened = await openImportDesk({ dataFolder, workerUrl, surroundings });
  if (!opened.ok) {
    log.error(`The records cannot be opened: ${opened.failure.kind}.`);
    endForFailure(opened.failure, words);
    return;
  }
  const desk = opened.value;
  catchBugs(log, () => desk.pause());
  closeBeforeQuit([() => desk.close(), () => practice.close()], log);

  let window: BrowserWindow | null = null;
  const current = (): BrowserWindow | null => window;
  const snapshot = () => takeSnapshot({ version: app.getVersion(), desk, workspaces, vault });
  const onChange = pushSnapshots(snapshot, current);
  const openFile = fileOpener(desk, workspaces, words.say('workspace.firstName'));
  const samplePath = () => makeSampleFile(dataFolder, words.say('desktop.sample'));
  const dialogs = fileDialogs(current, words);
  const parts = { desk, workspaces, practice, dialogs, openFile, samplePath, snapshot, onChange };
  desk.onChange(onChange);
  registerContract(makeHandlers(parts), current, log);
  setMenu();
  window = openAppWindow({
    outFolder: path.join(import.meta.dirname, '..'),
    title: words.say('common.appName'),
    place: settings.current().windowPlace,
    onPlace: (windowPlace) => settings.change({ windowPlace }),
    log,
  });
  showSending(desk, window, words);
  openGivenFiles(current, openFile, words);
  tellAboutRescue(damagedCopy, window, words);
}
