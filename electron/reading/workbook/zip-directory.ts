import { readSync } from 'node:fs';
import { attempt } from '../file-failure.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { damaged, tooLarge } from './trouble.ts';

/** One file inside an archive, as the archive's directory describes it. */
export type ZipEntry = {
  /** With `/` and without a leading one. It names a part to look up; no file is ever called by it. */
  readonly name: string;
  readonly method: 'stored' | 'deflated' | 'other';
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where its own header stands in the file. */
  readonly headerAt: number;
};

/**
 * The entries of a ZIP archive by their names in lower case, as packages look them up. Where two have one name the first
 * counts. ZIP64 is read; archives of several files are not.
 *
 * @throws FileTrouble `workbook-damaged` when there is no directory or it contradicts itself.
 */
export function readZipDirectory(file: SheetFile): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(file);
  if (end.sizeBytes > LARGEST_DIRECTORY) {
    throw tooLarge(file.fileName);
  }
  const bytes = readAt(file, end.directoryAt, end.sizeBytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const next = extraEnd + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) {
      throw damaged(file.fileName);
    }
    const entry = entryOf(bytes, at, nameEnd, extraEnd, end.shiftBytes);
    const key = entry.name.toLowerCase();
    if (!entries.has(key)) {
      entries.set(key, entry);
    }
    at = next;
  }
  if (entries.size === 0) {
    throw damaged(file.fileName);
  }
  return entries;
}

/** Reads exactly these bytes of the file. @throws FileTrouble `workbook-damaged` when the file is shorter. */
export function readAt(file: SheetFile, position: number, length: number): Buffer {
  if (position < 0 || position + length > file.sizeBytes) {
    throw damaged(file.fileName);
  }
  const bytes = Buffer.allocUnsafe(length);
  return attempt(file.fileName, () => {
    let filled = 0;
    while (filled < length) {
      const count = readSync(file.descriptor, bytes, filled, length - filled, position + filled);
      if (count === 0) {
        throw damaged(file.fileName);
      }
      filled += count;
    }
    return bytes;
  });
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;

/** The end record with the longest comment, and the ZIP64 locator before it. */
const TAIL_BYTES = 22 + 65_535 + 20;

/** A hundred thousand entries; a workbook has a few dozen. */
const LARGEST_DIRECTORY = 16 * 1024 * 1024;

type DirectoryEnd = {
  readonly directoryAt: number;
  readonly sizeBytes: number;
  /** Bytes that stand before the archive, which its positions do not count. */
  readonly shiftBytes: number;
};

function findEnd(file: SheetFile): DirectoryEnd {
  const tailAt = Math.max(0, file.sizeBytes - TAIL_BYTES);
  const tail = readAt(file, tailAt, file.sizeBytes - tailAt);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) {
      return endOf(file, tail, at, tailAt + at);
    }
  }
  throw damaged(file.fileName);
}

function endOf(file: SheetFile, tail: Buffer, at: number, position: number): DirectoryEnd {
  let sizeBytes = tail.readUInt32LE(at + 12);
  let directoryAt = tail.readUInt32LE(at + 16);
  let recordAt = position;
  if (at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64) {
    recordAt = uint64(tail, at - 12);
    const record = readAt(file, recordAt, 56);
    if (record.readUInt32LE(0) !== END_64) {
      throw damaged(file.fileName);
    }
    sizeBytes = uint64(record, 40);
    directoryAt = uint64(record, 48);
  }
  const shiftBytes = recordAt - sizeBytes - directoryAt;
  if (shiftBytes < 0) {
    throw damaged(file.fileName);
  }
  return { directoryAt: directoryAt + shiftBytes, sizeBytes, shiftBytes };
}

function entryOf(bytes: Buffer, at: number, nameEnd: number, extraEnd: number, shiftBytes: number): ZipEntry {
  let unpackedBytes = bytes.readUInt32LE(at + 24);
  let packedBytes = bytes.readUInt32LE(at + 20);
  let headerAt = bytes.readUInt32LE(at + 42);
  // The values that do not fit into 32 bits follow in this order in the extra field 1.
  for (let extra = nameEnd; extra + 4 <= extraEnd; extra += 4 + bytes.readUInt16LE(extra + 2)) {
    if (bytes.readUInt16LE(extra) === 1) {
      const end = Math.min(extraEnd, extra + 4 + bytes.readUInt16LE(extra + 2));
      let value = extra + 4;
      const take = (present: number): number => {
        if (present !== 0xffff_ffff || value + 8 > end) {
          return present;
        }
        value += 8;
        return uint64(bytes, value - 8);
      };
      unpackedBytes = take(unpackedBytes);
      packedBytes = take(packedBytes);
      headerAt = take(headerAt);
    }
  }
  return {
    name: bytes
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\/+/u, ''),
    method: METHODS[bytes.readUInt16LE(at + 10)] ?? 'other',
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    packedBytes,
    unpackedBytes,
    headerAt: headerAt + shiftBytes,
  };
}

/** The two methods that packages use; the numbers are those of the ZIP format. */
const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' };

/** Positions beyond 2^53 cannot be in a file; they fail when they are read. */
function uint64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
