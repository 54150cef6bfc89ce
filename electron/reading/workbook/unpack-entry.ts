import { Readable, type TransformOptions } from 'node:stream';
import { crc32, createInflateRaw, type ZlibOptions } from 'node:zlib';
import { FileTrouble } from '../file-failure.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { damaged, tooLarge } from './trouble.ts';
import { readAt, type ZipEntry } from './zip-directory.ts';

/** How much an entry has given. */
export type UnpackedPiece = {
  readonly bytes: Buffer;
  /** Bytes of the packed entry read so far, for progress. */
  readonly packedBytesRead: number;
};

/**
 * An entry's content, piece by piece; never the whole of it is in memory. The pieces are unpacked on a thread of zlib's
 * while the one before is being read.
 *
 * [Note: What an archive may unpack to] An archive of a few kilobytes can unpack to terabytes. The directory says how long
 * each entry is, an entry that gets longer is refused at that byte, and one that claims more than `MAX_UNPACKED_BYTES` or
 * to be packed more densely than any sheet is refused before. Length and checksum are compared at the end: an entry that
 * was changed or cut off never ends well.
 *
 * @throws FileTrouble `workbook-damaged`, `workbook-too-large`, `workbook-encrypted`
 */
export async function* unpackEntry(file: SheetFile, entry: ZipEntry): AsyncGenerator<UnpackedPiece> {
  const { fileName } = file;
  refuse(file, entry);
  let packedBytesRead = 0;
  let unpacked = 0;
  let crc = 0;
  function* packedPieces(): Generator<Buffer> {
    const dataAt = findData(file, entry);
    while (packedBytesRead < entry.packedBytes) {
      const length = Math.min(PACKED_PIECE_BYTES, entry.packedBytes - packedBytesRead);
      const piece = readAt(file, dataAt + packedBytesRead, length);
      packedBytesRead += length;
      yield piece;
    }
  }
  const pieces = entry.method === 'stored' ? packedPieces() : inflated(fileName, packedPieces());
  for await (const bytes of pieces) {
    unpacked += bytes.length;
    if (unpacked > entry.unpackedBytes) {
      throw damaged(fileName);
    }
    crc = crc32(bytes, crc);
    yield { bytes, packedBytesRead };
  }
  if (unpacked !== entry.unpackedBytes || crc !== entry.crc) {
    throw damaged(fileName);
  }
}

/** 32 KB of packed sheet become a few hundred KB. */
const PACKED_PIECE_BYTES = 32 * 1024;
const UNPACKED_PIECE_BYTES = 64 * 1024;

/** What zlib may have ready in advance. */
const READY_BYTES = 512 * 1024;

/** A full sheet of a million rows and fifty columns is about 2.5 GB of XML. */
const MAX_UNPACKED_BYTES = 8 * 1024 ** 3;

/** Sheets are packed to a fifth or a twentieth; rows without any value to a two-hundredth. Bombs reach a thousandth. */
const MAX_RATIO = 400;

/** Below it a dense entry does no harm. */
const HARMLESS_BYTES = 32 * 1024 * 1024;

function refuse({ fileName }: SheetFile, entry: ZipEntry): void {
  if (entry.isEncrypted) {
    throw new FileTrouble({ kind: 'workbook-encrypted', fileName });
  }
  if (entry.method === 'other' || (entry.method === 'stored' && entry.packedBytes !== entry.unpackedBytes)) {
    throw damaged(fileName);
  }
  const isDense = entry.unpackedBytes > HARMLESS_BYTES && entry.unpackedBytes > entry.packedBytes * MAX_RATIO;
  if (isDense || entry.unpackedBytes > MAX_UNPACKED_BYTES) {
    throw tooLarge(fileName);
  }
}

/** The entry's own header repeats its name and has an extra field of its own length; behind it the data begins. */
function findData(file: SheetFile, entry: ZipEntry): number {
  const header = readAt(file, entry.headerAt, 30);
  if (header.readUInt32LE(0) !== HEADER) {
    throw damaged(file.fileName);
  }
  return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

const HEADER = 0x04034b50;

async function* inflated(fileName: string, packed: Iterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(packed, { objectMode: false });
  // zlib hands its options on to the stream, which its types do not say.
  const options: ZlibOptions & TransformOptions = {
    chunkSize: UNPACKED_PIECE_BYTES,
    readableHighWaterMark: READY_BYTES,
  };
  const inflate = createInflateRaw(options);
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const bytes of inflate as AsyncIterable<Buffer>) {
      yield bytes;
    }
  } catch (error) {
    throw isZlibError(error) ? damaged(fileName) : error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
