import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openImportDesk } from '../imports/import-desk.ts';
import type { Command } from './command-line.ts';
import { describeFindings, describeReading } from './describe.ts';
import { describeWhatStays } from './describe-matching.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { putDone } from './finish-import.ts';
import { matchingObstacle } from './matching-obstacle.ts';
import { openWish } from './open-wish.ts';
import type { Output } from './output.ts';
import { CLI_WORKSPACE_ID, cliSurroundings, readRecipe, readWorkspace } from './surroundings.ts';
import { undecidedRule } from './undecided-rule.ts';
import { preparingWorkerUrl } from './worker-url.ts';

/**
 * `check FILE`: says what would happen and sends nothing. What `import` would refuse it refuses in the same words. Leaves no
 * import behind.
 */
export async function checkCommand(
  command: Extract<Command, { kind: 'check' }>,
  output: Output,
): Promise<ExitCode> {
  const workspace = readWorkspace({ workspace: command.workspace, enterprise: null, apiUrl: null });
  if (!workspace.ok) {
    output.fail(workspace.failure);
    return EXIT.badInput;
  }
  const recipe = readRecipe(command.recipe);
  if (!recipe.ok) {
    output.fail(recipe.failure);
    return EXIT.badInput;
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'lead-importer-check-'));
  try {
    const desk = await openImportDesk({
      dataFolder,
      workerUrl: preparingWorkerUrl(),
      surroundings: cliSurroundings(workspace.value, null),
      undecided: undecidedRule(command.problems),
    });
    if (!desk.ok) {
      output.fail(desk.failure);
      return EXIT.stopped;
    }
    const wish = openWish(command.sheet, recipe.value);
    const opened = await desk.value.open(command.file, CLI_WORKSPACE_ID, wish);
    const prepared = opened.ok ? await desk.value.whenPrepared(opened.value.summary.importId) : opened;
    const receipt = prepared.ok ? await desk.value.receipt(prepared.value.summary.importId) : prepared;
    await desk.value.close();
    if (!prepared.ok) {
      output.fail(prepared.failure);
      return EXIT.badInput;
    }
    describeReading(prepared.value, workspace.value, output);
    const obstacle = matchingObstacle(receipt);
    if (obstacle !== null) {
      output.fail(obstacle);
      return EXIT.badInput;
    }
    describeFindings(prepared.value, output);
    if (receipt.ok) {
      describeWhatStays(receipt.value, output);
    }
    putDone(prepared.value.checked?.counts ?? prepared.value.summary.counts, null, output);
    return EXIT.accepted;
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
