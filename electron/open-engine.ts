import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Failure } from '../shared/failure.ts';
import type { GivenFile } from '../shared/app-snapshot.ts';
import { success, type Result } from '../shared/result.ts';
import type { Words } from '../shared/words/make-words.ts';
import { deleteOldImports } from './imports/delete-old-imports.ts';
import { openImportDesk } from './imports/import-desk.ts';
import { importFiles } from './imports/import-files.ts';
import { JournalLookupDesk } from './imports/lookup-desk.ts';
import type { Log } from './log.ts';
import { MappingMemory } from './memory/mapping-memory.ts';
import { SystemClock } from './sending/system-clock.ts';
import { CatalogRefresh } from './settings/catalog-refresh.ts';
import { openSettings } from './settings/open-settings.ts';
import { Workspaces } from './settings/workspaces.ts';
import { findSystemEncryption } from './vault/system-encryption.ts';
import { Vault } from './vault/vault.ts';
import { answerCall } from './window/answer-call.ts';
import { catchBugs } from './window/bugs.ts';
import type { AnswerCall } from './window/contract.ts';
import { fileDialogs } from './window/dialogs.ts';
import { openGivenFiles } from './window/given-files.ts';
import { makeHandlers } from './window/handlers.ts';
import { fileOpener, pastedOpener } from './window/open-file.ts';
import { PracticeRoom } from './window/practice-room.ts';
import { systemEvents } from './window/power-events.ts';
import { closeBeforeQuit } from './window/quit.ts';
import { makeSampleFile } from './window/sample-file.ts';
import { sendUnseen } from './window/send-unseen.ts';
import { tellAboutRescue } from './window/settings-notice.ts';
import { showSending } from './window/show-sending.ts';
import { pushSnapshots, takeSnapshot } from './window/snapshots.ts';
import { surroundingsOf, syncOpener } from './window/surroundings.ts';
import { systemProxies } from './window/system-proxy.ts';
import { keepPlace } from './window/window-place-keeper.ts';

/** What the engine is put behind. */
export type EngineNeeds = {
  readonly dataFolder: string;
  /** Entry of the preparing thread. */
  readonly workerUrl: URL;
  readonly window: BrowserWindow;
  /** Resolves when the page is drawn. */
  readonly whenDrawn: Promise<void>;
  readonly words: Words;
  readonly log: Log;
};

/**
 * Puts together everything behind the window, in the order in which the parts need each other: settings, vault,
 * practice, the desk with its journals and sender, and what answers the page. Fails where the records of this machine
 * cannot be opened.
 */
export async function openEngine(needs: EngineNeeds): Promise<Result<AnswerCall, Failure>> {
  const { dataFolder, workerUrl, window, whenDrawn, words, log } = needs;
  const { settings, damagedCopy } = openSettings(dataFolder, Date.now());
  keepPlace(window, settings, whenDrawn);
  const vault = new Vault(path.join(dataFolder, 'vault'), findSystemEncryption(), log);
  const workspaces = new Workspaces(settings, vault, randomUUID);
  const practice = new PracticeRoom(workspaces, vault, words.say('desktop.practice'));
  const surroundings = surroundingsOf(workspaces, vault, practice, systemProxies());
  const system = systemEvents(window);
  const memory = new MappingMemory(dataFolder, randomUUID);
  const opened = await openImportDesk({ dataFolder, workerUrl, surroundings, system, memory });
  if (!opened.ok) {
    return opened;
  }
  const desk = opened.value;
  const clock = new SystemClock();
  const openSync = syncOpener(workspaces, vault, surroundings, clock);
  const lookups = new JournalLookupDesk({
    desk,
    journalOf: importFiles(dataFolder).journalOf,
    workspace: surroundings.workspace,
    openSync: (workspaceId) => openSync(workspaceId, 'background'),
    clock,
  });
  const catalogs = new CatalogRefresh({
    workspaces,
    openSync: (workspaceId, onWait) => openSync(workspaceId, 'someone-waits', onWait),
    nowMs: Date.now,
    onChange: () => {
      onChange();
    },
  });
  catchBugs(log, () => desk.pause());
  const closing = new AbortController();
  const readers = async (): Promise<void> => {
    closing.abort();
    catalogs.close();
    await lookups.close();
  };
  closeBeforeQuit([readers, () => desk.close(), () => practice.close()], log);

  let given: GivenFile | null = null;
  const choices = () => settings.current().choices;
  const snapshot = () =>
    takeSnapshot({
      version: app.getVersion(),
      desk,
      lookups,
      workspaces,
      catalogs,
      vault,
      choices: choices(),
      given,
    });
  const onChange = pushSnapshots(snapshot, window);
  desk.onChange(onChange);
  lookups.onChange(onChange);
  showSending({ desk, window, words, choices });
  sendUnseen({ desk, window, words, isWished: () => choices().sendWithoutWindow });
  void deleteOldImports({ desk, clock, keepDays: () => choices().keepImportsDays }, closing.signal);

  const firstName = words.say('workspace.firstName');
  const openFile = fileOpener(desk, workspaces, firstName);
  const openPasted = pastedOpener(desk, workspaces, firstName, `${words.say('desktop.pasted')}.tsv`);
  const onOpened = (file: GivenFile): void => {
    given = file;
    onChange();
  };
  openGivenFiles({ window, openFile, words, onOpened });
  tellAboutRescue(damagedCopy, window, words);
  const samplePath = () => makeSampleFile(dataFolder, words.say('desktop.sample'));
  const dialogs = fileDialogs(window, words);
  const handlers = makeHandlers({
    desk,
    lookups,
    workspaces,
    catalogs,
    settings,
    practice,
    dialogs,
    memory,
    openFile,
    openPasted,
    samplePath,
    snapshot,
    onChange,
  });
  return success((name, argument) => answerCall(handlers, name, argument, log));
}
