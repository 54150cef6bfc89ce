import { success, type Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/failure.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import { BlockChecker } from './block-checker.ts';
import type { PreparingCalls } from './calls.ts';
import { checkApart, type CheckingEnd } from './checking-thread.ts';
import { planOf } from './plan-of.ts';
import type { PreparedImport } from './prepared-import.ts';

/** Has the rows of a sheet checked while they are read, here or in another thread. */
export type SheetChecking = {
  /** Called with every block that is kept, in order and inside a transaction. */
  readonly take: (rows: readonly SheetRow[]) => void;
  /** How much of the sheet is checked, 0 to 1; 1 where every row is as soon as it is read. */
  readonly fraction: () => number;
  /** Call after the last block: settles when all rows are checked. Rejects with `CheckingThreadGone` where that cannot be. */
  readonly end: () => Promise<Result<CheckingEnd, Failure>>;
  /** Ends the other thread, wherever it is. Idempotent. */
  readonly stop: () => Promise<void>;
};

type Sheet = PreparingCalls['stage']['argument'];

/** Checks every block here, as soon as it is read. */
export function checkHere(prepared: PreparedImport, sheet: Sheet): SheetChecking {
  const checker = new BlockChecker(sheet.facts, planOf(sheet.matching, sheet.context, sheet.undecided));
  let rowCount = 0;
  return {
    take: (rows) => {
      rowCount += rows.length;
      prepared.addFindings(checker.check(rows));
    },
    fraction: () => 1,
    end: () => Promise.resolve(success({ rowCount, dates: checker.dates() })),
    stop: () => Promise.resolve(),
  };
}

/**
 * Has every block checked by a thread that reads the file as well.
 *
 * @param onFindings Told inside the transaction how many blocks of findings were written just now.
 */
export function checkBeside(
  workerUrl: URL,
  prepared: PreparedImport,
  { sourcePath, facts, matching, context, undecided }: Sheet,
  onFindings: (blockCount: number) => void,
): SheetChecking {
  let checked = 0;
  const plan = planOf(matching, context, undecided);
  const thread = checkApart(
    workerUrl,
    { kind: 'check-sheet', sourcePath, facts, plan },
    (blocks, fraction) => {
      for (const findings of blocks) {
        prepared.addFindings(findings);
      }
      checked = fraction;
      onFindings(blocks.length);
    },
  );
  return {
    take: () => undefined,
    fraction: () => checked,
    end: () => thread.end,
    stop: thread.stop,
  };
}
