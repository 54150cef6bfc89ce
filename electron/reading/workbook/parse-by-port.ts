import type { MessagePort } from 'node:worker_threads';
import type { ParseWorkbook, WorkbookContent } from './parser-pool.ts';

/** A thread that needs a workbook parsed to the one that has it done. `id` pairs the answers with it. */
type Asked = { readonly id: number; readonly content: WorkbookContent };

type Answered =
  | { readonly kind: 'piece'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly id: number; readonly outcome: 'answered' | 'gone' };

/** Has workbooks parsed by the thread at the other end of the port; see `serveParsing`. The bytes are given away. */
export function parseByPort(port: MessagePort): ParseWorkbook {
  type Waiting = {
    readonly takePiece: (bytes: Uint8Array) => void;
    readonly end: (outcome: 'answered' | 'gone') => void;
  };
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  port.on('message', (answered: Answered) => {
    const { takePiece, end } = waiting.get(answered.id) ?? {};
    if (answered.kind === 'piece') {
      takePiece?.(answered.bytes);
    } else {
      end?.(answered.outcome);
      waiting.delete(answered.id);
    }
  });
  port.unref();
  return async (content, takePiece) => {
    lastId += 1;
    const id = lastId;
    return await new Promise((resolve) => {
      waiting.set(id, { takePiece, end: resolve });
      port.postMessage({ id, content } satisfies Asked, [content.bytes.buffer as ArrayBuffer]);
    });
  };
}

/**
 * Does for the thread at the other end of the port what `parse` does here. When the port closes, with that thread, whatever
 * is being parsed for it is ended. Does not keep the program alive.
 */
export function serveParsing(port: MessagePort, parse: ParseWorkbook): void {
  const closing = new AbortController();
  port.on('message', ({ id, content }: Asked) => {
    const send = (answered: Answered, own: readonly ArrayBuffer[]): void => port.postMessage(answered, own);
    const takePiece = (bytes: Uint8Array): void => {
      const own = bytes.slice();
      send({ kind: 'piece', id, bytes: own }, [own.buffer]);
    };
    // It never rejects: whatever happens to the process is its outcome.
    void parse(content, takePiece, closing.signal).then((outcome) => send({ kind: 'end', id, outcome }, []));
  });
  port.on('close', () => closing.abort());
  port.unref();
}
