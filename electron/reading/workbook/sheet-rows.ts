import type { CellOrigin, SheetRow } from '../../../shared/sheet/sheet.ts';
import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import { isoDateText, type NumberText } from '../../../shared/sheet/workbook/cell-text.ts';
import { MAX_ROW_NUMBER } from '../../../shared/sheet/workbook/limits.ts';
import { unescapeCharacters } from '../../../shared/sheet/workbook/xml-text.ts';
import { FileTrouble } from '../file-failure.ts';
import { AttributeCursor, HIDDEN } from './attribute-cursor.ts';
import { codeAt, columnAt, digitsAt, wholeNumberAt } from './byte-values.ts';
import type { SharedStrings } from './shared-strings.ts';
import { damaged } from './trouble.ts';
import { CLOSE, nameCode, NO_TOKEN, OPEN, TEXT, type XmlScanner } from './xml-scanner.ts';

const ROW = nameCode('row');
const C = nameCode('c');
const V = nameCode('v');
const T = nameCode('t');
const IS = nameCode('is');
const RPH = nameCode('rPh');
const COL = nameCode('col');

const SHARED = nameCode('s');
const NUMBER = nameCode('n');
const BOOLEAN = nameCode('b');
const DATE = nameCode('d');
/** Any longer type name: `inlineStr` is the only one. */
const INLINE = -1;

/** What the cells of a sheet refer to. */
export type CellContext = {
  readonly fileName: string;
  readonly strings: SharedStrings;
  /** How the numbers of each cell style become text. */
  readonly numberTexts: readonly NumberText[];
  /** For cells without a style. */
  readonly plainNumberText: NumberText;
};

/** What a sheet's XML tells besides its rows. */
export type SheetNotes = {
  /** Rows with a value that the spreadsheet program does not show. */
  readonly hiddenRowCount: number;
  /** 0-based columns that it does not show, in order. */
  readonly hiddenColumns: readonly number[];
  /** Groups of cells that are shown as one. The value stands in the first; the others have none. */
  readonly mergedCount: number;
};

/**
 * Makes rows of the tokens of a sheet's XML. Rows and cells say where they are; where they do not, they follow the one
 * before. What the sheet claims about its size is ignored, and a row without a value, however styled, is none.
 */
export class SheetRows {
  readonly #context: CellContext;
  #rows: SheetRow[] = [];
  #isInData = false;
  #wasInData = false;
  #rowNumber = 0;
  #isRowHidden = false;
  #cells: (string | null)[] = [];
  #origins: Record<number, CellOrigin> | null = null;

  readonly #attributes = new AttributeCursor();
  #column = -1;
  #style = -1;
  #type = NUMBER;
  #capture: 'nothing' | 'value' | 'inline' = 'nothing';
  #isInInline = false;
  #isInPhonetic = false;
  #text: string | null = null;
  /** The index of a shared text or a whole number, where the value was just digits; otherwise -1. */
  #digits = -1;

  #hiddenRowCount = 0;
  #mergedCount = 0;
  readonly #hiddenColumns = new Set<number>();

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** The rows with a value since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  get notes(): SheetNotes {
    return {
      hiddenRowCount: this.#hiddenRowCount,
      hiddenColumns: [...this.#hiddenColumns].toSorted((left, right) => left - right),
      mergedCount: this.#mergedCount,
    };
  }

  /** Whether the table's rows were all there. False for a document that is cut off or is no sheet. */
  get isComplete(): boolean {
    return this.#wasInData && !this.#isInData;
  }

  /** Consumes every token that the scanner has. @throws FileTrouble */
  read(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== NO_TOKEN; token = scanner.next()) {
      if (token === TEXT) {
        if (this.#capture !== 'nothing' && !this.#isInPhonetic) {
          this.#takeText(scanner);
        }
      } else if (!this.#isInData) {
        this.#takeOutside(token, scanner);
      } else if (token === OPEN) {
        this.#open(scanner);
      } else {
        this.#close(scanner);
      }
    }
  }

  #takeOutside(token: typeof OPEN | typeof CLOSE, scanner: XmlScanner): void {
    if (token === CLOSE) {
      return;
    }
    if (scanner.name === COL) {
      this.#takeColumns(scanner);
    } else if (scanner.name === -1) {
      const name = scanner.nameText();
      if (name === 'sheetData' && !this.#wasInData) {
        this.#wasInData = true;
        this.#isInData = !scanner.isEmpty;
      } else if (name === 'mergeCell') {
        this.#mergedCount += 1;
      }
    }
  }

  #takeColumns(scanner: XmlScanner): void {
    if (isTrue(scanner.attribute('hidden'))) {
      const last = Math.min(Number(scanner.attribute('max')), MAX_CELLS_PER_ROW);
      for (let column = Math.max(Number(scanner.attribute('min')), 1); column <= last; column++) {
        this.#hiddenColumns.add(column - 1);
      }
    }
  }

  #open(scanner: XmlScanner): void {
    switch (scanner.name) {
      case C:
        this.#openCell(scanner);
        break;
      case V:
        this.#capture = scanner.isEmpty ? 'nothing' : 'value';
        break;
      case T:
        this.#capture = this.#isInInline && !scanner.isEmpty ? 'inline' : this.#capture;
        break;
      case IS:
        this.#isInInline = !scanner.isEmpty;
        // What some programs write before it, as a value besides the text, is no part of it.
        this.#text = '';
        this.#digits = -1;
        break;
      case RPH:
        this.#isInPhonetic = !scanner.isEmpty;
        break;
      case ROW:
        this.#endRow();
        this.#openRow(scanner);
        break;
      default:
    }
  }

  #close(scanner: XmlScanner): void {
    switch (scanner.name) {
      case V:
      case T:
        this.#capture = 'nothing';
        break;
      case C:
        this.#endCell();
        break;
      case ROW:
        this.#endRow();
        break;
      case IS:
        this.#isInInline = false;
        break;
      case RPH:
        this.#isInPhonetic = false;
        break;
      case -1:
        if (scanner.nameText() === 'sheetData') {
          this.#endRow();
          this.#isInData = false;
        }
        break;
      default:
    }
  }

  #openRow(scanner: XmlScanner): void {
    const { bytes, attributesTo } = scanner;
    let number = this.#rowNumber + 1;
    this.#isRowHidden = false;
    const value = this.#attributes;
    for (let at = scanner.attributesFrom; at < attributesTo; at = value.to + 1) {
      const name = value.read(bytes, at, attributesTo);
      if (name === R) {
        number = digitsAt(bytes, value.from, value.to);
      } else if (name === HIDDEN) {
        this.#isRowHidden = isTrue(bytes.toString('latin1', value.from, value.to));
      }
    }
    if (!(number >= 1 && number <= MAX_ROW_NUMBER)) {
      throw damaged(this.#context.fileName);
    }
    this.#rowNumber = number;
    this.#column = -1;
  }

  #openCell(scanner: XmlScanner): void {
    const { bytes, attributesTo } = scanner;
    this.#column += 1;
    this.#style = -1;
    this.#type = NUMBER;
    this.#text = null;
    this.#digits = -1;
    this.#capture = 'nothing';
    this.#isInInline = false;
    this.#isInPhonetic = false;
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
    if (this.#column >= MAX_CELLS_PER_ROW) {
      const { fileName } = this.#context;
      throw new FileTrouble({
        kind: 'too-many-columns',
        fileName,
        rowNumber: this.#rowNumber,
        limit: MAX_CELLS_PER_ROW,
      });
    }
  }

  #takeText(scanner: XmlScanner): void {
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
      throw damaged(this.#context.fileName);
    }
  }

  #endCell(): void {
    this.#capture = 'nothing';
    this.#isInInline = false;
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
          this.#put(trimmed);
        } else {
          this.#putNumber(value);
        }
        break;
      }
      case BOOLEAN:
        this.#put(isTrue(text.trim()) ? 'TRUE' : 'FALSE');
        break;
      case DATE: {
        const { text: shown, origin } = isoDateText(text.trim());
        this.#put(shown);
        this.#putOrigin(origin);
        break;
      }
      case INLINE:
      default:
        this.#put(unescapeCharacters(text));
    }
  }

  #putShared(index: number): void {
    const text = this.#context.strings.get(index);
    if (text === null) {
      throw damaged(this.#context.fileName);
    }
    this.#put(text);
  }

  #putNumber(value: number): void {
    const { numberTexts, plainNumberText } = this.#context;
    const { text, origin } = (numberTexts[this.#style] ?? plainNumberText)(value);
    this.#put(text);
    this.#putOrigin(origin);
  }

  #put(text: string): void {
    const cells = this.#cells;
    while (cells.length < this.#column) {
      cells.push(null);
    }
    cells[this.#column] = text;
  }

  #putOrigin(origin: CellOrigin | null): void {
    if (origin !== null) {
      this.#origins ??= {};
      this.#origins[this.#column] = origin;
    }
  }

  #endRow(): void {
    if (this.#cells.length === 0) {
      return;
    }
    const row = { rowNumber: this.#rowNumber, cells: this.#cells };
    this.#rows.push(this.#origins === null ? row : { ...row, origins: this.#origins });
    this.#hiddenRowCount += this.#isRowHidden ? 1 : 0;
    this.#cells = [];
    this.#origins = null;
  }
}

const R = nameCode('r');
const S = nameCode('s');
const TYPE = nameCode('t');
/** Excel's limit is 32,767 characters; several runs may make more, without end they may not. */
const LONGEST_TEXT = 1024 * 1024;

function isTrue(text: string | null): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
