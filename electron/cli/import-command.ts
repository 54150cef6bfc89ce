import { createInterface } from 'node:readline/promises';
import type { ImportDetail } from '../../shared/import.ts';
import type { Workspace } from '../../shared/catalog/workspace.ts';
import { checkEndpoint } from '../../shared/catalog/endpoint.ts';
import { findDataFolder, openDataFolder } from '../data-folder.ts';
import type { OpenWish } from '../imports/import-desk-options.ts';
import { openImportDesk } from '../imports/import-desk.ts';
import type { Command } from './command-line.ts';
import { describeFindings, describeReading } from './describe.ts';
import { describeWhatStays } from './describe-matching.ts';
import { EXIT, exitOfFolder, type ExitCode } from './exit-codes.ts';
import { endUnsent, finishImport } from './finish-import.ts';
import { matchingObstacle } from './matching-obstacle.ts';
import { openWish } from './open-wish.ts';
import type { Output } from './output.ts';
import {
  CLI_WORKSPACE_ID,
  cliSurroundings,
  readGivenToken,
  readRecipe,
  readWorkspace,
} from './surroundings.ts';
import { undecidedRule } from './undecided-rule.ts';
import { preparingWorkerUrl } from './worker-url.ts';

type ImportCommand = Extract<Command, { kind: 'import' }>;

/** `import FILE`: reads, checks, asks once (unless `--yes`), sends, sums up. */
export async function importCommand(command: ImportCommand, output: Output): Promise<ExitCode> {
  const given = readGiven(command, output);
  if (given === null) {
    return EXIT.badInput;
  }
  const folder = openDataFolder(command.dataDir ?? findDataFolder());
  const desk = folder.ok
    ? await openImportDesk({
        dataFolder: folder.value,
        workerUrl: preparingWorkerUrl(),
        surroundings: cliSurroundings(given.workspace, given.token),
        undecided: undecidedRule(command.problems),
        line: 'stays',
      })
    : folder;
  if (!desk.ok) {
    output.fail(desk.failure);
    return exitOfFolder(desk.failure);
  }
  try {
    const opened = await desk.value.open(command.file, CLI_WORKSPACE_ID, given.wish);
    const prepared = opened.ok ? await desk.value.whenPrepared(opened.value.summary.importId) : opened;
    if (!prepared.ok) {
      output.fail(prepared.failure);
      return prepared.failure.kind === 'disk-full' ? EXIT.stopped : EXIT.badInput;
    }
    const { importId } = prepared.value.summary;
    const receipt = await desk.value.receipt(importId);
    describeReading(prepared.value, given.workspace, output);
    const obstacle = matchingObstacle(receipt);
    if (obstacle !== null) {
      output.fail(obstacle);
      output.say(output.words.say('cli.nothingSent'));
      await desk.value.delete(importId);
      return EXIT.badInput;
    }
    describeFindings(prepared.value, output);
    if (receipt.ok) {
      describeWhatStays(receipt.value, output);
    }
    const checked = prepared.value.checked?.counts ?? prepared.value.summary.counts;
    const finishing = { desk: desk.value, importId, report: command.report, output };
    if (!(await agrees(command, given.workspace, prepared.value, output))) {
      return await endUnsent(finishing, checked, EXIT.badInput);
    }
    const sent = await desk.value.send(importId, command.speed);
    if (!sent.ok) {
      output.fail(sent.failure);
      return await endUnsent(finishing, checked, exitOfRefusal(sent.failure.kind));
    }
    return await finishImport(finishing);
  } finally {
    await desk.value.close();
  }
}

type Given = {
  readonly workspace: Workspace;
  readonly token: string;
  readonly wish: OpenWish;
};

/** Everything that the arguments name, or `null` after saying what is wrong with them. */
function readGiven(command: ImportCommand, output: Output): Given | null {
  const workspace = readWorkspace(command);
  if (!workspace.ok) {
    output.fail(workspace.failure);
    return null;
  }
  const recipe = readRecipe(command.recipe);
  if (!recipe.ok) {
    output.fail(recipe.failure);
    return null;
  }
  const token = readGivenToken(command.tokenFromStdin);
  const { apiUrl, enterpriseId } = workspace.value;
  const endpoint = checkEndpoint({ apiUrl, enterpriseId, token });
  if (!endpoint.ok || token === null) {
    output.fail(endpoint.ok ? { kind: 'token-missing' } : endpoint.failure);
    return null;
  }
  return { workspace: workspace.value, token, wish: openWish(command.sheet, recipe.value) };
}

/** Sending cannot be undone, so it is asked for once: by `--yes`, or on the terminal. */
async function agrees(
  { yes }: ImportCommand,
  workspace: Workspace,
  { checked }: ImportDetail,
  { words, isJson, put }: Output,
): Promise<boolean> {
  if (yes || (checked?.counts.ready ?? 0) === 0) {
    return true;
  }
  if (isJson || !process.stdin.isTTY) {
    put({ kind: 'failure', failure: 'not-agreed', title: words.say('cli.needsYes'), next: '' });
    process.stderr.write(`${words.say('cli.needsYes')}\n`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const leads = words.say('common.leads', { count: checked?.counts.ready ?? 0 });
  const answer = await terminal.question(
    words.say('cli.question', { leads, enterprise: workspace.enterpriseId }),
  );
  terminal.close();
  return /^\s*y(?:es)?\s*$/iu.test(answer);
}

function exitOfRefusal(kind: string): ExitCode {
  return kind === 'nothing-to-send' ? EXIT.notAll : EXIT.stopped;
}
