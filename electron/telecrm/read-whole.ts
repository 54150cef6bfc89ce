import type { IncomingMessage } from 'node:http';
import { ConnectionError } from './connection-error.ts';

/** `code` of an answer that is longer than any that Telecrm has a reason to give. */
export const BODY_TOO_LARGE = 'BODY_TOO_LARGE';

/** A hundred leads with every field filled, or an option list of tens of thousands, have a few megabytes. */
const LARGEST_BODY_BYTES = 16 * 1024 * 1024;

/** The whole body of an answer. Rejects when it breaks off, and with `BODY_TOO_LARGE`, closing the connection, beyond 16 MiB. */
export function readWhole(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    response.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > LARGEST_BODY_BYTES) {
        chunks.length = 0;
        reject(new ConnectionError(BODY_TOO_LARGE));
        response.destroy();
        return;
      }
      chunks.push(chunk);
    });
    response.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    response.on('error', reject);
    response.once('close', () => {
      if (!response.complete) {
        reject(Object.assign(new Error('The answer broke off'), { code: 'ECONNRESET' }));
      }
    });
  });
}
