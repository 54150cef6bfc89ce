import iconv from 'iconv-lite';
import { sniffEncoding } from '../../../shared/sheet/sniff-encoding.ts';
import { FileTrouble } from '../file-failure.ts';

/** The text of a web page or XML spreadsheet. What it declares about its own encoding is often wrong, its bytes are not. */
export function markupText(bytes: Buffer, fileName: string): string {
  const sniffed = sniffEncoding(bytes, true);
  if (sniffed.kind === 'not-text') {
    throw new FileTrouble({ kind: 'file-not-text', fileName });
  }
  return iconv.decode(bytes, sniffed.encoding);
}
