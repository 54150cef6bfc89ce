import type { SheetFile } from '../open-sheet-file.ts';
import { damaged, tooLarge } from './trouble.ts';
import { unpackEntry } from './unpack-entry.ts';
import { XmlScanner } from './xml-scanner.ts';
import { NO_TOKEN, XmlTrouble, type Token } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Takes all tokens that the scanner has at the moment. `packedBytesRead` is the progress within the entry. */
export type TakeTokens = (scanner: XmlScanner, packedBytesRead: number) => void | Promise<void>;

/**
 * Scans an entry of XML from its beginning to its end.
 *
 * @param takeTokens Called once for each piece; it has to consume every token until `NO_TOKEN`.
 * @param troubleOf Says more about what no spreadsheet program writes than that the workbook is damaged.
 * @throws FileTrouble `workbook-damaged` when it ends in the middle or holds what no spreadsheet program writes, besides the
 *   troubles of `unpackEntry`
 */
export async function scanPart(
  file: SheetFile,
  entry: ZipEntry,
  takeTokens: TakeTokens,
  troubleOf = () => damaged(file.fileName),
): Promise<void> {
  const scanner = new XmlScanner();
  try {
    for await (const { bytes, packedBytesRead } of utf8Pieces(unpackEntry(file, entry))) {
      scanner.push(bytes);
      await takeTokens(scanner, packedBytesRead);
    }
    scanner.finish();
    await takeTokens(scanner, entry.packedBytes);
  } catch (error) {
    throw error instanceof XmlTrouble ? troubleOf() : error;
  }
  if (scanner.isCut) {
    throw damaged(file.fileName);
  }
}

/**
 * Scans a small part, one token after the other.
 *
 * @param takeToken May throw; `NO_TOKEN` is not handed on.
 * @throws FileTrouble `workbook-too-large` when the part is too large to be what it says
 */
export async function scanSmallPart(
  file: SheetFile,
  entry: ZipEntry,
  takeToken: (token: Exclude<Token, typeof NO_TOKEN>, scanner: XmlScanner) => void,
): Promise<void> {
  if (entry.unpackedBytes > MAX_SMALL_PART_BYTES) {
    throw tooLarge(file.fileName);
  }
  await scanPart(file, entry, (scanner) => {
    for (let token = scanner.next(); token !== NO_TOKEN; token = scanner.next()) {
      takeToken(token, scanner);
    }
  });
}

/** The list of sheets, relationships, styles: a few hundred kilobytes, some megabytes after years of copying. */
const MAX_SMALL_PART_BYTES = 64 * 1024 * 1024;

type Pieces = ReturnType<typeof unpackEntry>;

/** XML may be UTF-16, which then begins with a byte order mark. */
async function* utf8Pieces(pieces: Pieces): Pieces {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) {
      const [first, second] = piece.bytes;
      const isLittle = first === 0xff && second === 0xfe;
      decoder =
        isLittle || (first === 0xfe && second === 0xff)
          ? new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be')
          : null;
      isFirst = piece.bytes.length === 0;
    }
    yield decoder === null
      ? piece
      : { ...piece, bytes: Buffer.from(decoder.decode(piece.bytes, { stream: true })) };
  }
}
