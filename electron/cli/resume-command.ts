import { newWorkspace } from '../../shared/catalog/workspace.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { noRows } from '../../shared/sending/fate.ts';
import { findDataFolder, openDataFolder } from '../data-folder.ts';
import { openImportDesk, type JournalImportDesk } from '../imports/import-desk.ts';
import type { Command } from './command-line.ts';
import { EXIT, exitOfFolder, type ExitCode } from './exit-codes.ts';
import { finishImport, putDone } from './finish-import.ts';
import type { Output } from './output.ts';
import { cliSurroundings, readGivenToken } from './surroundings.ts';
import { preparingWorkerUrl } from './worker-url.ts';

/** `resume [IMPORT]`: goes on with an interrupted import, the newest unless one is named. */
export async function resumeCommand(
  command: Extract<Command, { kind: 'resume' }>,
  output: Output,
): Promise<ExitCode> {
  const token = readGivenToken(command.tokenFromStdin);
  if (token === null) {
    output.fail({ kind: 'token-missing' });
    return EXIT.badInput;
  }
  const folder = openDataFolder(command.dataDir ?? findDataFolder());
  if (!folder.ok) {
    output.fail(folder.failure);
    return exitOfFolder(folder.failure);
  }
  // Whose workspace it is follows from the import, which only the desk can tell.
  let workspace = newWorkspace('Telecrm');
  const desk = await openImportDesk({
    dataFolder: folder.value,
    workerUrl: preparingWorkerUrl(),
    surroundings: {
      workspace: (workspaceId): WorkspaceView | undefined =>
        cliSurroundings(workspace, token).workspace(workspaceId),
      apiUrl: () => Promise.resolve(workspace.apiUrl),
      readToken: () => token,
    },
    line: 'stays',
  });
  if (!desk.ok) {
    output.fail(desk.failure);
    return EXIT.stopped;
  }
  try {
    const importId = findImport(desk.value, command.importId);
    if (importId === null) {
      output.say(output.words.say('cli.nothingToResume'));
      output.put({ kind: 'nothing-to-resume' });
      putDone(noRows(), null, output);
      return command.importId === null ? EXIT.accepted : EXIT.badInput;
    }
    workspace = desk.value.workspaceOf(importId) ?? workspace;
    const going = await desk.value.continue(importId);
    if (!going.ok) {
      output.fail(going.failure);
      return EXIT.stopped;
    }
    return await finishImport({ desk: desk.value, importId, report: command.report, output });
  } finally {
    await desk.value.close();
  }
}

function findImport(desk: JournalImportDesk, wished: string | null): string | null {
  const waiting = desk.imports().filter((summary) => summary.stage === 'sending');
  const found = wished === null ? waiting[0] : waiting.find((summary) => summary.importId === wished);
  return found?.importId ?? null;
}
