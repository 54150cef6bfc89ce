import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';
import { MAX_ROW_NUMBER } from '../../../shared/sheet/workbook/limits.ts';
import { odsCellText } from './ods-cell-text.ts';
import { RowBuilder } from './row-builder.ts';
import { LONGEST_TEXT } from './sheet-cell.ts';
import { rowTooLong } from './trouble.ts';
import type { SheetNotes } from './workbook.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { NO_TOKEN, OPEN, TEXT, type CLOSE } from './xml-tokens.ts';

/**
 * Makes rows of one table of an OpenDocument file's content. Rows and cells that are repeated are repeated; the million
 * empty ones that every file claims cost nothing.
 */
export class OdsRows {
  readonly #fileName: string;
  readonly #wantedTable: number;
  #table = -1;
  #isInTable = false;
  #wasInTable = false;
  readonly #rows: RowBuilder;

  #rowNumber = 0;
  #rowRepeat = 1;
  #shown: 'shown' | 'hidden' = 'shown';
  #column = 0;

  #columnRepeat = 1;
  #isInCell = false;
  #isCovered = false;
  #type = '';
  #value: string | null = null;
  #text = '';
  #paragraphs = 0;
  #isInParagraph = false;
  /** How deep inside a comment, drawing or embedded table, whose texts are not the cell's. */
  #foreignDepth = 0;

  #columnIndex = 0;
  #mergedCount = 0;
  readonly #hiddenColumns: number[] = [];

  constructor(fileName: string, tableIndex: number) {
    this.#fileName = fileName;
    this.#wantedTable = tableIndex;
    this.#rows = new RowBuilder(fileName);
  }

  /** The rows with a value since the last call. */
  take(): SheetRow[] {
    return this.#rows.take();
  }

  get notes(): SheetNotes {
    return {
      hiddenRowCount: this.#rows.hiddenRowCount,
      hiddenColumns: this.#hiddenColumns,
      mergedCount: this.#mergedCount,
    };
  }

  /** Whether the table was there from its beginning to its end. */
  get isComplete(): boolean {
    return this.#wasInTable && !this.#isInTable;
  }

  /** Consumes every token that the scanner has. @throws FileTrouble */
  read(scanner: XmlScanner): void {
    for (let token = scanner.next(); token !== NO_TOKEN; token = scanner.next()) {
      if (token === TEXT) {
        if (this.#isInParagraph && this.#foreignDepth === 0) {
          this.#addText(scanner.text());
        }
      } else {
        this.#takeTag(token, scanner);
      }
    }
  }

  #takeTag(token: typeof OPEN | typeof CLOSE, scanner: XmlScanner): void {
    const name = scanner.nameText();
    const isOpen = token === OPEN;
    if (this.#isInCell && FOREIGN.has(name)) {
      if (!scanner.isEmpty) {
        this.#foreignDepth += isOpen ? 1 : -1;
      }
    } else if (this.#foreignDepth > 0) {
      return;
    } else if (name === 'table') {
      this.#takeTable(isOpen && !scanner.isEmpty, isOpen);
    } else if (this.#isInTable) {
      this.#takePart(name, isOpen, scanner);
      if (isOpen && scanner.isEmpty) {
        this.#takePart(name, false, scanner);
      }
    }
  }

  #takeTable(isBegin: boolean, isOpen: boolean): void {
    if (isOpen) {
      this.#table += 1;
      this.#wasInTable ||= this.#table === this.#wantedTable;
    }
    this.#isInTable = isBegin && this.#table === this.#wantedTable;
  }

  #takePart(name: string, isOpen: boolean, scanner: XmlScanner): void {
    switch (name) {
      case 'table-column':
        if (isOpen) {
          this.#takeColumn(scanner);
        }
        break;
      case 'table-row':
        if (isOpen) {
          this.#openRow(scanner);
        } else {
          this.#endRow();
        }
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (isOpen) {
          this.#openCell(scanner, name);
        } else {
          this.#endCell();
        }
        break;
      case 'p':
        if (isOpen && this.#isInCell) {
          this.#addText(this.#paragraphs === 0 ? '' : '\n');
          this.#paragraphs += 1;
        }
        this.#isInParagraph = isOpen && this.#isInCell;
        break;
      case 's':
      case 'tab':
      case 'line-break':
        if (isOpen && this.#isInParagraph) {
          this.#addText(name === 's' ? ' '.repeat(countOf(scanner, 'c')) : (BLANKS[name] ?? ''));
        }
        break;
      default:
    }
  }

  #takeColumn(scanner: XmlScanner): void {
    const repeat = countOf(scanner, 'number-columns-repeated');
    if (isHidden(scanner)) {
      const last = Math.min(this.#columnIndex + repeat, MAX_CELLS_PER_ROW);
      for (let index = this.#columnIndex; index < last; index++) {
        this.#hiddenColumns.push(index);
      }
    }
    this.#columnIndex += repeat;
  }

  #openRow(scanner: XmlScanner): void {
    this.#rowRepeat = countOf(scanner, 'number-rows-repeated');
    this.#shown = isHidden(scanner) ? 'hidden' : 'shown';
    this.#column = 0;
  }

  #endRow(): void {
    const firstRow = this.#rowNumber + 1;
    this.#rowNumber += this.#rowRepeat;
    this.#rows.endRow(firstRow, this.#rowNumber, this.#shown);
  }

  #openCell(scanner: XmlScanner, name: string): void {
    this.#isInCell = true;
    this.#isCovered = name === 'covered-table-cell';
    this.#columnRepeat = countOf(scanner, 'number-columns-repeated');
    this.#type = scanner.attribute('value-type') ?? '';
    this.#value = null;
    for (const attribute of VALUES) {
      this.#value ??= this.#type === '' ? null : scanner.attribute(attribute);
    }
    this.#text = '';
    this.#paragraphs = 0;
    const isMerged =
      countOf(scanner, 'number-columns-spanned') > 1 || countOf(scanner, 'number-rows-spanned') > 1;
    this.#mergedCount += isMerged ? 1 : 0;
  }

  #endCell(): void {
    this.#isInCell = false;
    this.#isInParagraph = false;
    const from = this.#column;
    this.#column += this.#columnRepeat;
    const cell = this.#isCovered
      ? null
      : odsCellText({ type: this.#type, value: this.#value, shown: this.#text });
    if (cell === null) {
      return;
    }
    this.#rows.checkColumnCount(this.#column, this.#rowNumber + 1);
    for (let column = from; column < this.#column; column++) {
      this.#rows.put(column, cell.text, cell.origin);
    }
  }

  #addText(text: string): void {
    this.#text += text;
    if (this.#text.length > LONGEST_TEXT) {
      throw rowTooLong(this.#fileName, this.#rowNumber + 1);
    }
  }
}

/** The attributes in which a cell keeps its value, by its type. */
const VALUES = ['value', 'date-value', 'time-value', 'boolean-value', 'string-value'] as const;

const BLANKS: Readonly<Record<string, string>> = { tab: '\t', 'line-break': '\n' };

const FOREIGN = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'sub-table']);

function isHidden(scanner: XmlScanner): boolean {
  const visibility = scanner.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

/** A count of at least one, and of no more than a sheet can have of anything. */
function countOf(scanner: XmlScanner, attribute: string): number {
  const count = Number(scanner.attribute(attribute) ?? 1);
  return Number.isInteger(count) && count > 1 ? Math.min(count, MAX_ROW_NUMBER + 1) : 1;
}
