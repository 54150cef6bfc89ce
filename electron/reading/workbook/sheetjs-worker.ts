// A thread of its own for SheetJS; see [Note: SheetJS apart].
import { parentPort } from 'node:worker_threads';
import { read, type ParsingOptions } from '@e965/xlsx';
import { MOST_SHEETJS_ROWS, parsedSheets, type ParsedSheet } from './sheetjs-rows.ts';

/** What the thread answers to the content of a file. */
export type SheetJsAnswer =
  | { readonly kind: 'sheets'; readonly sheets: readonly ParsedSheet[] }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' };

const OPTIONS: ParsingOptions = {
  dense: true,
  // Raw values: what SheetJS shows loses digits of phone numbers.
  raw: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellDates: false,
  cellStyles: true,
  nodim: true,
  sheetRows: MOST_SHEETJS_ROWS + 1,
};

// SheetJS tells the console what it does not understand, down to pieces of the file, which belong in no log.
const nothing = (): void => undefined;
Object.assign(console, { error: nothing, warn: nothing, log: nothing });

parentPort?.on('message', (content: Uint8Array | string) => {
  parentPort?.postMessage(answerTo(content));
});

function answerTo(content: Uint8Array | string): SheetJsAnswer {
  try {
    const book =
      typeof content === 'string'
        ? read(content, { ...OPTIONS, type: 'string' })
        : read(Buffer.from(content.buffer, content.byteOffset, content.byteLength), {
            ...OPTIONS,
            type: 'buffer',
          });
    return { kind: 'sheets', sheets: parsedSheets(book) };
  } catch (error) {
    // SheetJS throws whatever comes up while it reads bytes that contradict themselves; no kind of error says more.
    const isEncrypted = error instanceof Error && /password-protected|Encryption scheme/u.test(error.message);
    return { kind: isEncrypted ? 'encrypted' : 'damaged' };
  }
}
