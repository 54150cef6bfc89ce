import { shell } from 'electron';
import type { Failure } from '../../shared/failure.ts';
import type { AppSnapshot } from '../../shared/app-snapshot.ts';
import type { Argument } from '../../shared/ipc.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { success, type Result } from '../../shared/result.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { LookupDesk } from '../imports/lookup-desk-port.ts';
import type { CatalogRefresh } from '../settings/catalog-refresh.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { MappingMemory } from '../memory/mapping-memory.ts';
import type { Handlers } from './answer-call.ts';
import { answered, chosen } from './chosen.ts';
import { readCopiedCells } from './copied-cells.ts';
import type { Dialogs } from './dialogs.ts';
import { lookupHandlers } from './lookup-handlers.ts';
import type { OpenFile, OpenPasted } from './open-file.ts';
import { openFiles } from './open-files.ts';
import { memoryHandlers } from './memory-handlers.ts';
import type { PracticeRoom } from './practice-room.ts';
import { readRecipeFile, writeRecipeFile } from './recipe-file.ts';
import { workspaceHandlers } from './workspace-handlers.ts';
import { sendingHandlers } from './sending-handlers.ts';

/** The pages that the window may open in the system's browser, by name, so that it can name no other. */
const HELP_PAGES: Readonly<Record<Argument<'help.open'>['page'], string>> = {
  'telecrm-token': 'https://docs.telecrm.in/authentication',
  'telecrm-fields': 'https://docs.telecrm.in/concepts/field-types',
};

/** What the handlers pass requests on to. */
export type HandlerNeeds = {
  readonly desk: ImportDesk;
  readonly lookups: LookupDesk;
  readonly workspaces: Workspaces;
  readonly catalogs: CatalogRefresh;
  readonly settings: SettingsKeeper;
  readonly practice: PracticeRoom;
  readonly dialogs: Dialogs;
  readonly memory: MappingMemory;
  readonly openFile: OpenFile;
  readonly openPasted: OpenPasted;
  /** Makes the sample a file that can be opened; its path. */
  readonly samplePath: () => string;
  readonly snapshot: () => AppSnapshot;
  /** To be called when workspaces or tokens changed; imports announce themselves. */
  readonly onChange: () => void;
};

/** The contract's table: each request goes to the part that knows about it. */
export function makeHandlers(needs: HandlerNeeds): Handlers {
  const { desk, lookups, workspaces, catalogs, practice, dialogs, openFile, openPasted, onChange } = needs;
  return {
    'app.read': () => answered(success(needs.snapshot())),

    'file.choose': () => chosen(dialogs.openSpreadsheets(), (paths) => openFiles(paths, openFile)),
    'file.drop': ({ paths }) => openFiles(paths, openFile),
    'file.paste': () => chosen(readCopiedCells(), openPasted),
    'file.sample': () => openFile(needs.samplePath()),

    'import.read': async ({ importId }) => {
      await lookups.recall(importId);
      return desk.read(importId);
    },
    'import.setReading': async ({ importId, reading }) => {
      // What was found belongs to rows that are about to be read anew.
      await lookups.forget(importId);
      return desk.setReading(importId, reading);
    },
    'import.match': ({ importId, mapping }) => desk.match(importId, mapping),
    'import.page': ({ importId, filter, offset, limit }) => desk.page(importId, filter, offset, limit),
    'import.edit': ({ importId, rowIndex, columnIndex, text }) =>
      desk.edit(importId, rowIndex, columnIndex, text),
    'import.skipRow': ({ importId, rowIndex, isSkipped }) => desk.skipRow(importId, rowIndex, isSkipped),
    'import.decide': ({ importId, groupId, answer }) => desk.decide(importId, groupId, answer),
    'import.values': ({ importId, ...query }) => desk.values(importId, query),
    'import.duplicates': ({ importId, offset, limit }) => desk.duplicates(importId, offset, limit),
    'import.decideDuplicate': ({ importId, rowIndex, choice }) =>
      desk.decideDuplicate(importId, rowIndex, choice),
    'import.undo': ({ importId }) => desk.undo(importId),
    'import.redo': ({ importId }) => desk.redo(importId),
    'import.saveReport': ({ importId, rows, format }) =>
      chosen(dialogs.saveReport(fileNameOf(importId), rows, format), (path) =>
        desk.saveReport(importId, rows, path),
      ),
    'import.saveRecipe': ({ importId }) => saveRecipe(importId),
    'import.loadRecipe': ({ importId }) => chosen(dialogs.openRecipe(), (path) => loadRecipe(importId, path)),
    'import.cancel': ({ importId }) => desk.cancel(importId),
    'import.delete': async ({ importId }) => {
      await lookups.forget(importId);
      return desk.delete(importId);
    },

    ...sendingHandlers({ desk, settings: needs.settings, ready, onChange }),

    ...workspaceHandlers({ desk, workspaces, catalogs, memory: needs.memory, dialogs, onChange }),
    ...lookupHandlers(lookups),

    ...memoryHandlers(needs.memory, workspaces),
    'practice.start': startPractice,
    'practice.received': () => answered(success(practice.received())),

    'help.open': async ({ page }) => {
      await shell.openExternal(HELP_PAGES[page]);
      return success(null);
    },
  };

  function fileNameOf(importId: string): string {
    return desk.imports().find((summary) => summary.importId === importId)?.fileName ?? '';
  }

  /** A practice import needs its server, which may not have been started since the program was. */
  async function ready<Value>(
    importId: string,
    act: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> {
    const summary = desk.imports().find((one) => one.importId === importId);
    const isPractice = summary !== undefined && workspaces.view(summary.workspaceId)?.isPractice === true;
    const opened = isPractice ? await practice.open() : success(null);
    return opened.ok ? act() : opened;
  }

  async function saveRecipe(importId: string): Promise<Result<{ readonly fileName: string }, Failure>> {
    const recipe = await desk.recipe(importId);
    return recipe.ok
      ? chosen(dialogs.saveRecipe(fileNameOf(importId)), async (path) => {
          const written = await writeRecipeFile(path, recipe.value);
          if (written.ok) {
            await desk.remember(importId);
          }
          return written;
        })
      : recipe;
  }

  async function loadRecipe(importId: string, path: string): ReturnType<ImportDesk['loadRecipe']> {
    const read = await readRecipeFile(path);
    return read.ok ? desk.loadRecipe(importId, read.value.text, read.value.fileName) : read;
  }

  async function startPractice(): Promise<Result<WorkspaceView, Failure>> {
    const opened = await practice.open();
    const done = opened.ok ? workspaces.choose(opened.value.workspaceId) : opened;
    onChange();
    return done.ok ? opened : done;
  }
}
