import type { IncomingMessage } from 'node:http';

/** More than any lead: a request beyond it is cut off. */
const LONGEST_BODY_BYTES = 4_000_000;

/** The whole body of a request; `null` when the client went away, or when it is too long (its connection is then closed). */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      chunks.push(chunk);
      if (sizeBytes > LONGEST_BODY_BYTES) {
        request.destroy();
      }
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => resolve(null));
    request.once('close', () => resolve(null));
  });
}
