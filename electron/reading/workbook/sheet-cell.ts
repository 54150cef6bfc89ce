import { isoDateText, type NumberText } from '../../../shared/sheet/workbook/cell-text.ts';
import { unescapeCharacters } from '../../../shared/sheet/workbook/xml-text.ts';
import { AttributeCursor } from './attribute-cursor.ts';
import { codeAt, columnAt, digitsAt, wholeNumberAt } from './byte-values.ts';
import type { RowBuilder } from './row-builder.ts';
import type { SharedStrings } from './shared-strings.ts';
import { damaged, rowTooLong } from './trouble.ts';
import { nameCode } from './xml-names.ts';
import type { XmlScanner } from './xml-scanner.ts';

/** What the cells of a sheet refer to. */
export type CellContext = {
  readonly fileName: string;
  readonly strings: SharedStrings;
  /** How the numbers of each cell style become text. */
  readonly numberTexts: readonly NumberText[];
  /** For cells without a style. */
  readonly plainNumberText: NumberText;
};

/** The one cell of a sheet that is being read: what its tag says, the text that follows, and the value that they make. */
export class SheetCell {
  readonly #context: CellContext;
  readonly #rows: RowBuilder;
  readonly #attributes = new AttributeCursor();
  #column = -1;
  #style = -1;
  #type = NUMBER;
  #text: string | null = null;
  /** The index of a shared text or a whole number, where the value was just digits; otherwise -1. */
  #digits = -1;
  #rowNumber = 0;

  constructor(context: CellContext, rows: RowBuilder) {
    this.#context = context;
    this.#rows = rows;
  }

  /** The next cell is the first one of a row, if it does not say otherwise. */
  startRow(): void {
    this.#column = -1;
  }

  /** Reads the tag that the scanner stands at. @throws FileTrouble */
  open(scanner: XmlScanner, rowNumber: number): void {
    const { bytes, attributesTo } = scanner;
    this.#rowNumber = rowNumber;
    this.#column += 1;
    this.#style = -1;
    this.#type = NUMBER;
    this.#text = null;
    this.#digits = -1;
    const value = this.#attributes;
    for (let at = scanner.attributesFrom; at < attributesTo; at = value.to + 1) {
      switch (value.read(bytes, at, attributesTo)) {
        case R:
          this.#column = columnAt(bytes, value.from, value.to);
          break;
        case S:
          this.#style = digitsAt(bytes, value.from, value.to);
          break;
        case TYPE:
          this.#type = codeAt(bytes, value.from, value.to);
          break;
        default:
      }
    }
    if (this.#column < 0) {
      throw damaged(this.#context.fileName);
    }
    this.#rows.checkColumnCount(this.#column + 1, rowNumber);
  }

  /**
   * An inline text begins, which is a value even where nothing is in it. What some programs write before it, as a value
   * besides the text, is the text's number and no part of it.
   */
  openInline(): void {
    this.#text = '';
    this.#digits = -1;
  }

  /** Takes the text that the scanner stands at; there may be several. @throws FileTrouble */
  takeText(scanner: XmlScanner): void {
    const isPlain = scanner.isAscii && !scanner.isEncoded;
    if (
      isPlain &&
      this.#text === null &&
      this.#digits === -1 &&
      (this.#type === SHARED || this.#type === NUMBER)
    ) {
      this.#digits = wholeNumberAt(scanner.bytes, scanner.textFrom, scanner.textTo);
      if (this.#digits !== -1) {
        return;
      }
    }
    if (this.#digits !== -1) {
      this.#text = String(this.#digits);
      this.#digits = -1;
    }
    this.#text = (this.#text ?? '') + scanner.text();
    if (this.#text.length > LONGEST_TEXT) {
      throw rowTooLong(this.#context.fileName, this.#rowNumber);
    }
  }

  /** Puts the value, if there is one, into the row. @throws FileTrouble */
  end(): void {
    if (this.#digits !== -1) {
      if (this.#type === SHARED) {
        this.#putShared(this.#digits);
      } else {
        this.#putNumber(this.#digits);
      }
      this.#digits = -1;
    } else if (this.#text !== null) {
      this.#putText(this.#text);
      this.#text = null;
    }
  }

  #putText(text: string): void {
    switch (this.#type) {
      case SHARED:
        this.#putShared(text.trim() === '' ? Number.NaN : Number(text));
        break;
      case NUMBER: {
        const trimmed = text.trim();
        const value = Number(trimmed);
        if (trimmed === '') {
          break;
        }
        if (Number.isNaN(value)) {
          // No program writes this; what stands there is kept rather than guessed.
          this.#rows.put(this.#column, trimmed, null);
        } else {
          this.#putNumber(value);
        }
        break;
      }
      case BOOLEAN:
        this.#rows.put(this.#column, isTrue(text.trim()) ? 'TRUE' : 'FALSE', null);
        break;
      case DATE: {
        const { text: shown, origin } = isoDateText(text.trim());
        this.#rows.put(this.#column, shown, origin);
        break;
      }
      case INLINE:
      default:
        this.#rows.put(this.#column, unescapeCharacters(text), null);
    }
  }

  #putShared(index: number): void {
    const text = this.#context.strings.get(index);
    if (text === null) {
      throw damaged(this.#context.fileName);
    }
    this.#rows.put(this.#column, text, null);
  }

  #putNumber(value: number): void {
    const { numberTexts, plainNumberText } = this.#context;
    const { text, origin } = (numberTexts[this.#style] ?? plainNumberText)(value);
    this.#rows.put(this.#column, text, origin);
  }
}

/** Whether an attribute or a cell says yes. */
export function isTrue(text: string | null): boolean {
  return text === '1' || text === 'true' || text === 'on';
}

const R = nameCode('r');
const S = nameCode('s');
const TYPE = nameCode('t');

const SHARED = nameCode('s');
const NUMBER = nameCode('n');
const BOOLEAN = nameCode('b');
const DATE = nameCode('d');
/** Any longer type name: `inlineStr` is the only one. */
const INLINE = -1;

/** Excel's limit is 32,767 characters; several runs may make more, without end they may not. */
export const LONGEST_TEXT = 1024 * 1024;
