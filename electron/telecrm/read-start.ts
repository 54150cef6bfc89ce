import type { IncomingMessage } from 'node:http';

/** What is kept of an answer; Telecrm's own are a few dozen characters. */
const LONGEST_START = 4_096;
/** What is read beyond it and thrown away so that the connection can be used again; more closes it. */
const LONGEST_BODY_BYTES = 65_536;

/**
 * The first 4,096 characters of an answer's body. Rejects when the answer breaks off before its end, because then it is not
 * known to be whole. Of a body longer than 64 KiB the rest is not read, and its connection is closed.
 */
export function readStart(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let start = '';
    let readBytes = 0;
    const decoder = new TextDecoder();
    response.on('data', (chunk: Buffer) => {
      readBytes += chunk.length;
      if (start.length < LONGEST_START) {
        start += decoder.decode(chunk, { stream: true });
      }
      if (readBytes > LONGEST_BODY_BYTES) {
        resolve(start.slice(0, LONGEST_START));
        response.destroy();
      }
    });
    response.once('end', () => resolve(start.slice(0, LONGEST_START)));
    response.on('error', reject);
    response.once('close', () => {
      // Node also says `error` here, but not on every version that we run on.
      if (!response.complete) {
        reject(Object.assign(new Error('The answer broke off'), { code: 'ECONNRESET' }));
      }
    });
  });
}
