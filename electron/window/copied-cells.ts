import { clipboard } from 'electron';
import type { ClipboardFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { hasCells } from '../../shared/sheet/has-cells.ts';

/**
 * The cells on the clipboard as text, with tabs between them; pictures and the formatted copies beside it are left
 * alone.
 */
export async function readCopiedCells(): Promise<Result<string, ClipboardFailure>> {
  // Older versions of Electron answer at once, newer ones with a promise.
  const text = await clipboard.readText();
  return hasCells(text) ? success(text) : failed({ kind: 'nothing-to-paste' });
}
