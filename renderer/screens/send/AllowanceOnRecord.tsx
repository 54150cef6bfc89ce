import { useNow } from '../../state/use-now.ts';
import { useWorkspace } from '../../state/use-catalog.ts';
import { useReceipt } from '../../state/use-receipt.ts';
import { useWords } from '../../words/words-context.ts';
import { allowanceWords } from './allowance-words.ts';
import styles from './RunningProgress.module.css';

/**
 * The hour's allowance of an import that this program has not sent yet, as after a restart. Without the token, whose requests
 * they are, nobody knows how many were used.
 */
export function AllowanceOnRecord({
  importId,
  workspaceId,
}: {
  readonly importId: string;
  readonly workspaceId: string;
}) {
  const words = useWords();
  const nowMs = useNow(5_000);
  const token = useWorkspace(workspaceId)?.token;
  const { receipt } = useReceipt(importId, token ?? '');
  if (receipt === null || (receipt.workspace.token === 'none' && !receipt.workspace.isPractice)) {
    return null;
  }
  return <div className={styles['soft']}>{allowanceWords(words, receipt, nowMs)}</div>;
}
