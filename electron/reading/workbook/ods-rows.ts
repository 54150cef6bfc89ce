import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import type { CellOrigin, SheetRow } from '../../../shared/sheet/sheet.ts';
import { MAX_ROW_NUMBER } from '../../../shared/sheet/workbook/limits.ts';
import { FileTrouble } from '../file-failure.ts';
import { odsCellText } from './ods-cell-text.ts';
import type { SheetNotes } from './sheet-rows.ts';
import { damaged } from './trouble.ts';
import { NO_TOKEN, OPEN, TEXT, type CLOSE, type XmlScanner } from './xml-scanner.ts';

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
  #rows: SheetRow[] = [];

  #rowNumber = 0;
  #rowRepeat = 1;
  #isRowHidden = false;
  #column = 0;
  #cells: (string | null)[] = [];
  #origins: Record<number, CellOrigin> | null = null;

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
  #hiddenRowCount = 0;
  #mergedCount = 0;
  readonly #hiddenColumns: number[] = [];

  constructor(fileName: string, tableIndex: number) {
    this.#fileName = fileName;
    this.#wantedTable = tableIndex;
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
    this.#isRowHidden = isHidden(scanner);
    this.#column = 0;
    this.#cells = [];
    this.#origins = null;
  }

  #endRow(): void {
    const firstRow = this.#rowNumber + 1;
    this.#rowNumber += this.#rowRepeat;
    if (this.#cells.length === 0) {
      return;
    }
    if (this.#rowNumber > MAX_ROW_NUMBER) {
      throw damaged(this.#fileName);
    }
    for (let rowNumber = firstRow; rowNumber <= this.#rowNumber; rowNumber++) {
      const row = { rowNumber, cells: this.#cells };
      this.#rows.push(this.#origins === null ? row : { ...row, origins: this.#origins });
    }
    this.#hiddenRowCount += this.#isRowHidden ? this.#rowRepeat : 0;
    this.#cells = [];
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
    if (this.#column > MAX_CELLS_PER_ROW) {
      const rowNumber = this.#rowNumber + 1;
      const fileName = this.#fileName;
      throw new FileTrouble({ kind: 'too-many-columns', fileName, rowNumber, limit: MAX_CELLS_PER_ROW });
    }
    while (this.#cells.length < from) {
      this.#cells.push(null);
    }
    for (let column = from; column < this.#column; column++) {
      this.#cells.push(cell.text);
      if (cell.origin !== null) {
        this.#origins ??= {};
        this.#origins[column] = cell.origin;
      }
    }
  }

  #addText(text: string): void {
    this.#text += text;
    if (this.#text.length > LONGEST_TEXT) {
      throw damaged(this.#fileName);
    }
  }
}

/** The attributes in which a cell keeps its value, by its type. */
const VALUES = ['value', 'date-value', 'time-value', 'boolean-value', 'string-value'] as const;

const BLANKS: Readonly<Record<string, string>> = { tab: '\t', 'line-break': '\n' };

const FOREIGN = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'sub-table']);

/** As in `sheet-rows.ts`. */
const LONGEST_TEXT = 1024 * 1024;

function isHidden(scanner: XmlScanner): boolean {
  const visibility = scanner.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

/** A count of at least one, and of no more than a sheet can have of anything. */
function countOf(scanner: XmlScanner, attribute: string): number {
  const count = Number(scanner.attribute(attribute) ?? 1);
  return Number.isInteger(count) && count > 1 ? Math.min(count, MAX_ROW_NUMBER + 1) : 1;
}
