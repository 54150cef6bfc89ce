import { openImportJournal } from '../../../electron/journal/import-journal.ts';
import { stageSheet } from '../../../electron/preparing/stage-sheet.ts';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { makeLeadsFile } from '../leads-file.ts';
import { BENCH_CONTEXT, BENCH_MAPPING } from './bench-plan.ts';

/** Makes a sheet of so many leads if it is not there, and a journal in which all of them are queued. */
export async function queueLeads(sourcePath: string, leads: number, journalPath: string): Promise<void> {
  const source = makeLeadsFile(sourcePath, leads);
  const looked = await lookAtFile(source.path);
  if (!looked.ok) {
    throw new Error(looked.failure.kind);
  }
  const journal = openImportJournal(journalPath);
  const staged = await stageSheet(
    journal,
    {
      importId: 'bench',
      journalPath,
      sourcePath: source.path,
      facts: looked.value,
      matching: { mapping: BENCH_MAPPING, reasons: [], samples: [], decisions: [] },
      context: BENCH_CONTEXT,
      undecided: 'leave-out',
    },
    () => undefined,
    { workerUrl: null },
  );
  if (!staged.ok) {
    throw new Error(staged.failure.kind);
  }
  staged.value.freeze(Date.now());
  journal.database.close();
}
