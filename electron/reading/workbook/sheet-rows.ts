import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { MAX_ROW_NUMBER } from '../../../shared/sheet/workbook/limits.ts';
import { AttributeCursor, HIDDEN } from './attribute-cursor.ts';
import { digitsAt } from './byte-values.ts';
import { RowBuilder } from './row-builder.ts';
import { isTrue, SheetCell, type CellContext } from './sheet-cell.ts';
import { damaged } from './trouble.ts';
import type { SheetNotes } from './workbook.ts';
import { nameCode } from './xml-names.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { CLOSE, NO_TOKEN, OPEN, TEXT } from './xml-tokens.ts';

/**
 * Makes rows of the tokens of a sheet's XML. Rows and cells say where they are; where they do not, they follow the one
 * before. What the sheet claims about its size is ignored, and a row without a value, however styled, is none.
 */
export class SheetRows {
  readonly #fileName: string;
  readonly #rows: RowBuilder;
  readonly #cell: SheetCell;
  readonly #attributes = new AttributeCursor();
  #isInData = false;
  #wasInData = false;
  #rowNumber = 0;
  #shown: 'shown' | 'hidden' = 'shown';
  /** Whose text comes next: that of the cell's value, of its inline text, or one that does not count. */
  #capture: 'nothing' | 'value' | 'inline' = 'nothing';
  #isInInline = false;
  #isInPhonetic = false;

  #mergedCount = 0;
  readonly #hiddenColumns = new Set<number>();

  constructor(context: CellContext) {
    this.#fileName = context.fileName;
    this.#rows = new RowBuilder(context.fileName);
    this.#cell = new SheetCell(context, this.#rows);
  }

  /** The rows with a value since the last call. */
  take(): SheetRow[] {
    return this.#rows.take();
  }

  get notes(): SheetNotes {
    return {
      hiddenRowCount: this.#rows.hiddenRowCount,
      hiddenColumns: [...this.#hiddenColumns].toSorted((left, right) => left - right),
      mergedCount: this.#mergedCount,
    };
  }

  /** Whether the table's rows were all there. False for a document that is cut off or is no sheet. */
  get isComplete(): boolean {
    return this.#wasInData && !this.#isInData;
  }

  /** The row in whose cell the scanner broke off, or `null` where it did elsewhere. */
  get openTextRowNumber(): number | null {
    return this.#capture === 'nothing' ? null : this.#rowNumber;
  }

  /** Consumes every token that the scanner has. @throws FileTrouble */
  read(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== NO_TOKEN; token = scanner.next()) {
      if (token === TEXT) {
        if (this.#capture !== 'nothing' && !this.#isInPhonetic) {
          this.#cell.takeText(scanner);
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
        this.#cell.openInline();
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
    this.#shown = 'shown';
    const value = this.#attributes;
    for (let at = scanner.attributesFrom; at < attributesTo; at = value.to + 1) {
      const name = value.read(bytes, at, attributesTo);
      if (name === R) {
        number = digitsAt(bytes, value.from, value.to);
      } else if (name === HIDDEN) {
        this.#shown = isTrue(bytes.toString('latin1', value.from, value.to)) ? 'hidden' : 'shown';
      }
    }
    if (!(number >= 1 && number <= MAX_ROW_NUMBER)) {
      throw damaged(this.#fileName);
    }
    this.#rowNumber = number;
    this.#cell.startRow();
  }

  #openCell(scanner: XmlScanner): void {
    this.#capture = 'nothing';
    this.#isInInline = false;
    this.#isInPhonetic = false;
    this.#cell.open(scanner, this.#rowNumber);
  }

  #endCell(): void {
    this.#capture = 'nothing';
    this.#isInInline = false;
    this.#cell.end();
  }

  #endRow(): void {
    this.#rows.endRow(this.#rowNumber, this.#rowNumber, this.#shown);
  }
}

const ROW = nameCode('row');
const C = nameCode('c');
const V = nameCode('v');
const T = nameCode('t');
const IS = nameCode('is');
const RPH = nameCode('rPh');
const COL = nameCode('col');
const R = nameCode('r');
