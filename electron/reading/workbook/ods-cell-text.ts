import { isoDateText, type CellText } from '../../../shared/sheet/workbook/cell-text.ts';
import { plainNumber } from '../../../shared/sheet/workbook/plain-number.ts';

/** A cell of an OpenDocument sheet: what kind of value it has, the value, and what is shown. */
export type OdsCell = {
  /** `office:value-type`: `float`, `percentage`, `currency`, `date`, `time`, `boolean` or `string`. */
  readonly type: string;
  /** The value's own attribute, whatever its name; `null` where the shown text is all. */
  readonly value: string | null;
  readonly shown: string;
};

/**
 * The text of a cell, by the same rules as in other workbooks (see [Note: What a number's cell says]); only that here the
 * file says what kind of value it is and what is shown, and not by which format.
 *
 * @returns `null` for a cell without a value.
 */
export function odsCellText({ type, value, shown }: OdsCell): CellText | null {
  const number = value === null || value === '' ? Number.NaN : Number(value);
  switch (type) {
    case 'float':
    case 'currency':
      // A boolean that was computed, or came from Excel, is a number that is shown as a word.
      if ((shown === 'TRUE' && number === 1) || (shown === 'FALSE' && number === 0)) {
        return { text: shown, origin: null };
      }
      return Number.isNaN(number)
        ? textCell(shown)
        : numberCell(number, patternText(shown, number), type, shown);
    case 'percentage':
      return Number.isNaN(number)
        ? textCell(shown)
        : numberCell(number, `${plainNumber(Number((number * 100).toPrecision(15)))}%`, type, shown);
    case 'boolean':
      return { text: value === 'true' ? 'TRUE' : 'FALSE', origin: null };
    case 'date': {
      // A cell that shows no time has none for people, whatever stands behind it.
      const iso = shown.includes(':') ? (value ?? '') : (value ?? '').slice(0, 10);
      const { text } = isoDateText(iso);
      return withOrigin(text, value ?? '', type, shown);
    }
    case 'time':
      return withOrigin(timeText(value ?? '') ?? shown, value ?? '', type, shown);
    default:
      return textCell(value === null || value === '' ? shown : value);
  }
}

function textCell(text: string): CellText | null {
  return text === '' ? null : { text, origin: null };
}

function numberCell(raw: number, text: string, format: string, shown: string): CellText {
  return text === String(raw) && (shown === text || shown === '')
    ? { text, origin: null }
    : { text, origin: { raw, format, shown: shown === '' ? text : shown } };
}

function withOrigin(text: string, raw: string, format: string, shown: string): CellText {
  return { text, origin: text === raw && shown === text ? null : { raw, format, shown } };
}

/** Zeros in front and the signs of a phone number belong to the value; everything else of what is shown does not. */
function patternText(shown: string, number: number): string {
  const digits = shown.replaceAll(/[-+(). /]/gu, '');
  const plain = plainNumber(number);
  const isPattern = /^(?:0\d|.*\+)/u.test(shown) && /^\d+$/u.test(digits) && Number.isInteger(number);
  return isPattern && digits.endsWith(plain) ? shown : plain;
}

/** `PT14H30M00S` as `14:30`; hours may go beyond 24. */
function timeText(duration: string): string | null {
  const [, hours, minutes = '0', seconds = '0'] =
    /^PT(\d{1,7})H(?:(\d{1,2})M)?(?:(\d{1,2})(?:\.\d+)?S)?$/u.exec(duration) ?? [];
  if (hours === undefined) {
    return null;
  }
  const short = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return Number(seconds) === 0 ? short : `${short}:${seconds.padStart(2, '0')}`;
}
