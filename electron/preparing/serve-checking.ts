import type { MessagePort } from 'node:worker_threads';
import { success } from '../../shared/result.ts';
import { readSheet } from '../reading/read-sheet.ts';
import { BlockChecker, type BlockFindings } from './block-checker.ts';
import type { CheckingTask, FromChecking } from './checking-thread.ts';

/** Blocks in one message: a message costs as much as checking some rows. */
const BLOCKS_PER_MESSAGE = 16;

/** Messages that may wait to be taken: where the other thread falls behind, this one waits instead of filling the memory. */
const MOST_WAITING = 4;

/** Whether a thread was started to check a sheet. */
export function isCheckingTask(workerData: unknown): workerData is CheckingTask {
  return (
    typeof workerData === 'object' &&
    workerData !== null &&
    'kind' in workerData &&
    workerData.kind === 'check-sheet'
  );
}

/** Checks a sheet from its first row to its last and tells the thread at the other end of the port, then closes the port. */
export async function serveChecking(port: MessagePort, task: CheckingTask): Promise<void> {
  const { sourcePath, facts, plan } = task;
  const checker = new BlockChecker(facts, plan);
  let blocks: BlockFindings[] = [];
  let fraction = 0;
  let waiting = 0;
  let goOn: (() => void) | null = null;
  port.on('message', () => {
    waiting -= 1;
    goOn?.();
  });

  function send(): void {
    waiting += 1;
    const own = blocks.flatMap((block) => [block.fates.buffer, block.digests.buffer]);
    port.postMessage({ kind: 'findings', blocks, fraction } satisfies FromChecking, own);
    blocks = [];
  }

  const read = await readSheet(
    sourcePath,
    facts,
    (rows) => {
      blocks.push(checker.check(rows));
      if (blocks.length < BLOCKS_PER_MESSAGE) {
        return undefined;
      }
      send();
      return waiting < MOST_WAITING
        ? undefined
        : new Promise((resolve) => {
            goOn = resolve;
          });
    },
    {
      onProgress: (bytesRead, sizeBytes) => {
        fraction = sizeBytes === 0 ? 1 : bytesRead / sizeBytes;
      },
    },
  );
  if (blocks.length > 0) {
    send();
  }
  const result = read.ok ? success({ rowCount: read.value.rowCount, dates: checker.dates() }) : read;
  port.postMessage({ kind: 'end', result } satisfies FromChecking);
  port.close();
}
