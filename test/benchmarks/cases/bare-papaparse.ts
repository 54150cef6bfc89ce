// The reference: PapaParse's own Node stream over the file, keeping nothing.
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

const beginMs = performance.now();
let rows = 0;
await new Promise<void>((resolve, reject) => {
  const stream = createReadStream(process.argv[2] ?? '').pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}));
  stream.on('data', () => {
    rows += 1;
  });
  stream.on('end', resolve);
  stream.on('error', reject);
});
process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - beginMs) / 1000, rows })}\n`);
