import { xmlText } from '../../../shared/sheet/workbook/xml-text.ts';
import {
  AMPERSAND,
  APOSTROPHE,
  BLANK,
  COLON,
  EXCLAMATION,
  GREATER,
  LESS,
  QUESTION,
  QUOTE,
  RETURN,
  SLASH,
  UNDERSCORE,
} from './xml-marks.ts';
import { CLOSE, NO_TOKEN, OPEN, TEXT, XmlTrouble, type Token } from './xml-tokens.ts';

/**
 * Reads XML from its bytes, piece by piece, in one pass and without building a tree. Only what tables need: names without
 * their namespace prefix, attributes on demand, text. Comments and processing instructions are passed over. It does not
 * check that tags are nested properly; whoever reads the tokens notices what is missing.
 *
 * Bytes are scanned rather than characters, because nearly all of a sheet is markup and numbers of shared texts, of which
 * no string is ever needed: this is what makes the reader several times as fast as libraries. All marks of XML are ASCII,
 * so this is safe in UTF-8; other encodings are turned into UTF-8 before (see `utf8Pieces`).
 */
export class XmlScanner {
  /** What has not been consumed yet, from `#at` to `#end`. Token positions below point into it until the next `push`. */
  bytes: Buffer = Buffer.alloc(FIRST_ROOM);
  #at = 0;
  #end = 0;
  #isLast = false;
  #state: 'markup' | 'comment' | 'instruction' | 'cdata' = 'markup';

  /** The last tag's local name as its first bytes packed into a number (see `nameCode`), or -1 for longer names. */
  name = 0;
  #nameFrom = 0;
  #nameTo = 0;
  /** Whether the last tag is both open and closed: `<c/>`. */
  isEmpty = false;
  /** Where the last tag's attributes begin and end. */
  attributesFrom = 0;
  attributesTo = 0;

  /** The last text, from here to there, still encoded. */
  textFrom = 0;
  textTo = 0;
  /** Whether every byte of it is ASCII. */
  isAscii = true;
  /** Whether it has entities, carriage returns or escapes, so that its bytes are not yet its text. */
  isEncoded = false;
  #isCdata = false;

  /** Takes the next piece. Everything before must have been consumed, that is, `next` has answered `NO_TOKEN`. */
  push(piece: Uint8Array): void {
    const rest = this.#end - this.#at;
    if (rest > LONGEST_TOKEN) {
      throw new XmlTrouble('endless token');
    }
    if (rest + piece.length > this.bytes.length) {
      const larger = Buffer.alloc((rest + piece.length) * 2);
      this.bytes.copy(larger, 0, this.#at, this.#end);
      this.bytes = larger;
    } else if (rest > 0) {
      this.bytes.copyWithin(0, this.#at, this.#end);
    }
    this.bytes.set(piece, rest);
    this.#at = 0;
    this.#end = rest + piece.length;
  }

  /** Says that nothing follows. `next` may still answer with what was held back. */
  finish(): void {
    this.#isLast = true;
  }

  /** Whether the document stopped inside a tag, comment or section, after `finish` and the last token. */
  get isCut(): boolean {
    return this.#at < this.#end || this.#state !== 'markup';
  }

  /** The next token of the pieces given so far. */
  next(): Token {
    for (;;) {
      if (this.#state !== 'markup') {
        const token = this.#leave();
        if (token === 'more') {
          return NO_TOKEN;
        }
        if (token === TEXT) {
          return TEXT;
        }
        continue;
      }
      if (this.#at >= this.#end) {
        return NO_TOKEN;
      }
      if (this.bytes[this.#at] !== LESS) {
        return this.#text();
      }
      const token = this.#markup();
      if (token !== 'skipped') {
        return token;
      }
    }
  }

  /** The last tag's local name; for names longer than four letters. */
  nameText(): string {
    return this.bytes.toString('latin1', this.#nameFrom, this.#nameTo);
  }

  /** The last text, decoded, with entities resolved but escapes (`_x000D_`) left. */
  text(): string {
    const raw = this.bytes.toString(this.isAscii ? 'latin1' : 'utf8', this.textFrom, this.textTo);
    return this.isEncoded && !this.#isCdata ? xmlText(raw) : raw;
  }

  /** Whether these bytes stand right behind the last text: a look ahead that may miss them at the end of a piece. */
  endsWith(mark: Buffer): boolean {
    const from = this.textTo;
    if (from + mark.length > this.#end) {
      return false;
    }
    for (let index = 0; index < mark.length; index++) {
      if (this.bytes[from + index] !== mark[index]) {
        return false;
      }
    }
    return true;
  }

  /** The value of the last tag's attribute of this local name, or `null`. Slow enough to be for rare tags only. */
  attribute(localName: string): string | null {
    const text = this.bytes.toString('utf8', this.attributesFrom, this.attributesTo);
    for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
      if (name === localName) {
        return xmlText(double ?? single ?? '');
      }
    }
    return null;
  }

  #markup(): Token | 'skipped' {
    const { bytes } = this;
    const second = bytes[this.#at + 1];
    if (this.#at + 1 >= this.#end) {
      return NO_TOKEN;
    }
    if (second === EXCLAMATION) {
      return this.#declaration();
    }
    if (second === QUESTION) {
      this.#state = 'instruction';
      this.#at += 2;
      return 'skipped';
    }
    return this.#tag(second === SLASH ? this.#at + 2 : this.#at + 1, second === SLASH ? CLOSE : OPEN);
  }

  #declaration(): Token | 'skipped' {
    const rest = this.bytes.toString('latin1', this.#at, Math.min(this.#at + CDATA.length, this.#end));
    if (rest.startsWith('<!--')) {
      this.#state = 'comment';
      this.#at += 4;
      return 'skipped';
    }
    if (rest === CDATA) {
      this.#state = 'cdata';
      this.#at += CDATA.length;
      return 'skipped';
    }
    if ('<!--'.startsWith(rest) || CDATA.startsWith(rest)) {
      return NO_TOKEN;
    }
    // Office never writes one, and whatever it defines could only be meant to be expanded.
    throw new XmlTrouble('document type definition');
  }

  /** Goes on to the end of a comment, instruction or CDATA section, of which the beginning was passed. */
  #leave(): typeof TEXT | 'more' | 'left' {
    const mark = MARKS_OF_END[this.#state === 'markup' ? 'comment' : this.#state];
    const found = this.bytes.indexOf(mark, this.#at, 'latin1');
    const isFound = found !== -1 && found + mark.length <= this.#end;
    const isCdata = this.#state === 'cdata';
    if (isCdata && !isFound) {
      return 'more';
    }
    if (isFound) {
      this.textFrom = this.#at;
      this.textTo = found;
      this.#at = found + mark.length;
      this.#state = 'markup';
      if (!isCdata) {
        return 'left';
      }
      this.isAscii = false;
      this.isEncoded = true;
      this.#isCdata = true;
      return TEXT;
    }
    this.#at = Math.max(this.#at, this.#end - (mark.length - 1));
    return 'more';
  }

  #text(): Token {
    const { bytes } = this;
    const end = this.#end;
    let at = this.#at;
    let all = 0;
    let isEncoded = false;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === LESS) {
        break;
      }
      all |= byte;
      isEncoded ||= byte === AMPERSAND || byte === RETURN || byte === UNDERSCORE;
      at += 1;
    }
    if (at === end && !this.#isLast) {
      return NO_TOKEN;
    }
    this.textFrom = this.#at;
    this.textTo = at;
    this.isAscii = all < 0x80;
    this.isEncoded = isEncoded;
    this.#isCdata = false;
    this.#at = at;
    return TEXT;
  }

  #tag(nameFrom: number, token: typeof OPEN | typeof CLOSE): Token {
    const { bytes } = this;
    const end = this.#end;
    let at = nameFrom;
    let from = nameFrom;
    let name = 0;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= BLANK || byte === GREATER || byte === SLASH) {
        break;
      }
      if (byte === COLON) {
        from = at + 1;
        name = 0;
      } else {
        name = at - from < 4 ? (name << 8) | byte : -1;
      }
    }
    const nameTo = at;
    let quote = 0;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (quote !== 0) {
        quote = byte === quote ? 0 : quote;
      } else if (byte === GREATER) {
        break;
      } else if (byte === QUOTE || byte === APOSTROPHE) {
        quote = byte;
      }
    }
    if (at >= end) {
      return NO_TOKEN;
    }
    this.name = name;
    this.#nameFrom = from;
    this.#nameTo = nameTo;
    this.isEmpty = token === OPEN && bytes[at - 1] === SLASH;
    this.attributesFrom = nameTo;
    this.attributesTo = this.isEmpty ? at - 1 : at;
    this.#at = at + 1;
    return token;
  }
}

const FIRST_ROOM = 512 * 1024;

/** No cell's text is longer, whatever entities it is made of: Excel allows 32,767 characters. */
const LONGEST_TOKEN = 1024 * 1024;

const ATTRIBUTE = /(?:[^\s=:"'<>]+:)?([^\s=:"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

const CDATA = '<![CDATA[';
const MARKS_OF_END = { comment: '-->', instruction: '?>', cdata: ']]>' } as const;
