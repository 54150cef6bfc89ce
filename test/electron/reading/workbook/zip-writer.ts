import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One file for an archive. */
export type ZipPart = {
  readonly name: string;
  /** Its content, in pieces that need not be kept in memory together. */
  readonly pieces: Iterable<string | Buffer>;
  readonly method?: 'stored' | 'deflated';
  /** Lies to tell in the archive's directory. */
  readonly claims?: {
    readonly unpackedBytes?: number;
    readonly crc?: number;
    readonly flags?: number;
    readonly method?: number;
  };
};

/** Writes a ZIP archive from its beginning to its end, the same bytes every time, lengths behind the data as streams do. */
export function writeZip(parts: Iterable<ZipPart>, write: (bytes: Buffer) => void): void {
  const directory: Buffer[] = [];
  let position = 0;
  function put(bytes: Buffer): void {
    write(bytes);
    position += bytes.length;
  }
  for (const { name, pieces, method = 'deflated', claims = {} } of parts) {
    const headerAt = position;
    const isStored = method === 'stored';
    let crc = 0;
    let unpacked = 0;
    put(
      record(
        0x04034b50,
        [
          [2, 20],
          [2, 8],
          [2, isStored ? 0 : 8],
          [4, 0],
          [4, 0],
          [4, 0],
          [4, 0],
          [2, name.length],
          [2, 0],
        ],
        name,
      ),
    );
    const dataAt = position;
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      crc = crc32(bytes, crc);
      unpacked += bytes.length;
      put(isStored ? bytes : deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }));
    }
    if (!isStored) {
      put(deflateRawSync(Buffer.alloc(0)));
    }
    const packed = position - dataAt;
    put(
      record(0x08074b50, [
        [4, crc],
        [4, packed],
        [4, unpacked],
      ]),
    );
    directory.push(
      record(
        0x02014b50,
        [
          ...([
            [2, 20],
            [2, 20],
            [2, claims.flags ?? 8],
            [2, claims.method ?? (isStored ? 0 : 8)],
            [4, 0],
          ] as const),
          ...([
            [4, claims.crc ?? crc],
            [4, packed],
            [4, claims.unpackedBytes ?? unpacked],
          ] as const),
          ...([
            [2, name.length],
            [2, 0],
            [2, 0],
            [2, 0],
            [2, 0],
            [4, 0],
            [4, headerAt],
          ] as const),
        ],
        name,
      ),
    );
  }
  const directoryAt = position;
  for (const entry of directory) {
    put(entry);
  }
  const sizeBytes = position - directoryAt;
  const count = directory.length;
  put(
    record(0x06054b50, [
      [4, 0],
      [2, count],
      [2, count],
      [4, sizeBytes],
      [4, directoryAt],
      [2, 0],
    ]),
  );
}

/** A whole archive in memory. */
export function zipOf(parts: Iterable<ZipPart>): Buffer {
  const bytes: Buffer[] = [];
  writeZip(parts, (piece) => bytes.push(piece));
  return Buffer.concat(bytes);
}

function record(
  signature: number,
  fields: readonly (readonly [size: 2 | 4, value: number])[],
  name = '',
): Buffer {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  bytes.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return Buffer.concat([bytes, Buffer.from(name)]);
}
