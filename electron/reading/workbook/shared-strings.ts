import { unescapeCharacters } from '../../../shared/sheet/workbook/xml-text.ts';
import type { SheetFile } from '../open-sheet-file.ts';
import { scanPart } from './read-part.ts';
import { damaged, tooLarge } from './trouble.ts';
import { nameCode } from './xml-names.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { CLOSE, NO_TOKEN, OPEN, TEXT, type Token } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

const SI = nameCode('si');
const T = nameCode('t');
const RPH = nameCode('rPh');

/**
 * The texts that cells of a workbook share. They are kept as packed UTF-8 rather than as strings: a string costs twenty
 * bytes more than its letters, most of them are needed once, and making one when a cell asks costs no more than making it in
 * advance. Those asked for lately are remembered.
 */
export class SharedStrings {
  readonly #fileName: string;
  readonly #blocks: Buffer[] = [];
  #room = 0;
  #starts = new Uint32Array(1024);
  #count = 0;
  readonly #recentIndex = new Int32Array(RECENT).fill(-1);
  readonly #recent: string[] = [];

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  get count(): number {
    return this.#count;
  }

  /** The text at an index, or `null` when there is none. */
  get(index: number): string | null {
    if (!(index >= 0 && index < this.#count)) {
      return null;
    }
    const slot = index % RECENT;
    const recent = this.#recent[slot];
    if (recent !== undefined && this.#recentIndex[slot] === index) {
      return recent;
    }
    const start = this.#starts[index] ?? 0;
    const block = this.#blocks[Math.floor(start / BLOCK_BYTES)];
    const at = start % BLOCK_BYTES;
    const head = block?.readUInt32LE(at) ?? 0;
    const text =
      block?.toString(
        (head & 1) === 1 ? 'latin1' : 'utf8',
        at + HEAD_BYTES,
        at + HEAD_BYTES + (head >>> 1),
      ) ?? '';
    this.#recentIndex[slot] = index;
    this.#recent[slot] = text;
    return text;
  }

  /** Adds a text that is stored in `bytes` as it is. */
  addBytes(bytes: Buffer, from: number, to: number, isAscii: boolean): void {
    const { block, at } = this.#take(to - from, isAscii);
    bytes.copy(block, at, from, to);
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    this.addBytes(bytes, 0, bytes.length, false);
  }

  /** Makes room for the next text. @throws FileTrouble when there are too many or too long ones. */
  #take(length: number, isAscii: boolean): { readonly block: Buffer; readonly at: number } {
    const needed = length + HEAD_BYTES;
    if (needed > BLOCK_BYTES) {
      throw damaged(this.#fileName);
    }
    if (needed > this.#room) {
      if (this.#blocks.length === MOST_BLOCKS) {
        throw tooLarge(this.#fileName);
      }
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
      this.#room = BLOCK_BYTES;
    }
    if (this.#count === this.#starts.length) {
      if (this.#count >= MOST_STRINGS) {
        throw tooLarge(this.#fileName);
      }
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    const block = this.#blocks[this.#blocks.length - 1] ?? Buffer.alloc(0);
    const at = BLOCK_BYTES - this.#room;
    block.writeUInt32LE(length * 2 + (isAscii ? 1 : 0), at);
    this.#starts[this.#count] = (this.#blocks.length - 1) * BLOCK_BYTES + at;
    this.#count += 1;
    this.#room -= needed;
    return { block, at: at + HEAD_BYTES };
  }
}

/** Reads the shared texts of a workbook: plain ones, and rich ones with their runs joined and phonetic readings left out. */
export async function readSharedStrings(file: SheetFile, entry: ZipEntry): Promise<SharedStrings> {
  const strings = new SharedStrings(file.fileName);
  const reader = new StringReader(strings);
  await scanPart(file, entry, (scanner) => reader.read(scanner));
  return strings;
}

const BLOCK_BYTES = 1024 * 1024;
const HEAD_BYTES = 4;

/** 256 MB of different texts: ten times what half a million leads with remarks were seen to have. */
const MOST_BLOCKS = 256;
const MOST_STRINGS = 16 * 1024 * 1024;

/** Texts that are remembered; a column's few dozen labels are nearly always among them. */
const RECENT = 4096;

class StringReader {
  readonly #strings: SharedStrings;
  #isInText = false;
  #isInPhonetic = false;
  /** What the present string has so far; `null` before its first piece. */
  #text: string | null = null;
  #isAdded = false;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  read(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== NO_TOKEN; token = scanner.next()) {
      this.#take(token, scanner);
    }
  }

  #take(token: Token, scanner: XmlScanner): void {
    if (token === TEXT) {
      if (this.#isInText && !this.#isInPhonetic) {
        this.#takeText(scanner);
      }
      return;
    }
    switch (scanner.name) {
      case T:
        this.#isInText = token === OPEN && !scanner.isEmpty;
        break;
      case RPH:
        this.#isInPhonetic = token === OPEN && !scanner.isEmpty;
        break;
      case SI:
        this.#takeString(token, scanner.isEmpty);
        break;
      default:
    }
  }

  #takeString(token: Token, isEmpty: boolean): void {
    if (token === OPEN) {
      this.#text = null;
      this.#isAdded = false;
    }
    if ((token === CLOSE || isEmpty) && !this.#isAdded) {
      this.#strings.add(this.#text === null ? '' : unescapeCharacters(this.#text));
      this.#isAdded = true;
    }
  }

  #takeText(scanner: XmlScanner): void {
    // Nearly every string is one plain text and goes from bytes to bytes.
    if (this.#text === null && !scanner.isEncoded && scanner.endsWith(STRING_END)) {
      this.#strings.addBytes(scanner.bytes, scanner.textFrom, scanner.textTo, scanner.isAscii);
      this.#isAdded = true;
    } else {
      this.#text = (this.#text ?? '') + scanner.text();
    }
  }
}

const STRING_END = Buffer.from('</t></si>');
