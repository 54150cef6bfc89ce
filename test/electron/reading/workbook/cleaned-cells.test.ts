import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import type { CleanValue } from '../../../../shared/cleaning/clean-value.ts';
import { cleanerFor } from '../../../../shared/cleaning/cleaner-for.ts';
import type { FieldType } from '../../../../shared/catalog/field.ts';
import { DEFAULT_CHOICES } from '../../../../shared/mapping/mapping.ts';
import type { SheetRow } from '../../../../shared/sheet/sheet.ts';
import { readBytes } from './read-workbook.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cleaned-cells-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Stored = {
  /** What the file holds and by which format it is shown. */
  readonly value: number | string;
  readonly format: string;
  /** The field that it feeds, and what is sent: a value, or the kind of the problem. */
  readonly field: FieldType;
  readonly sent: unknown;
};

const JUNE_5_2025 = Date.parse('2025-06-05T00:00:00+05:30');

/** As spreadsheet programs hold them; the days are those since the end of 1899. */
const STORED: readonly Stored[] = [
  // A narrow column shows 9.19877E+11 of a number without a format, and so does this format in any column.
  { value: 919876501234, format: 'General', field: 'phone', sent: '919876501234' },
  { value: 919876501234, format: '0.00000E+00', field: 'phone', sent: '919876501234' },
  { value: 9876501234, format: '0.0', field: 'phone', sent: '919876501234' },
  { value: 9876501234, format: '#,##0', field: 'phone', sent: '919876501234' },
  { value: 9876501234, format: '"+91-"00000-00000', field: 'phone', sent: '919876501234' },
  { value: 9.198765012341235e17, format: '0', field: 'phone', sent: 'phone-digits-lost' },
  { value: 1200, format: '"₹"#,##0.00', field: 'number', sent: 1200 },
  { value: 1200, format: '[$₹-4009]\\ #,##0.00', field: 'number', sent: 1200 },
  { value: 1250000.5, format: '_-₹* #,##0_-', field: 'number', sent: 1250000.5 },
  {
    value: 1250000,
    format: '[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0',
    field: 'number',
    sent: 1250000,
  },
  { value: -1200, format: '#,##0.00;[Red](#,##0.00)', field: 'number', sent: -1200 },
  { value: 0.1 + 0.2, format: 'General', field: 'number', sent: 0.3 },
  // Rounded for the eye only.
  { value: 1234.5678, format: '0', field: 'number', sent: 1234.5678 },
  { value: 12_345_678, format: '0.0,,"M"', field: 'number', sent: 12_345_678 },
  // 12.5 or 0.125: nobody knows what the field counts in, so it is a problem, as in a text file.
  { value: 0.125, format: '0.0%', field: 'number', sent: expect.stringMatching(/^number-/u) },
  { value: 0.125, format: '0.0%', field: 'text', sent: '12.5%' },
  { value: 45_813, format: 'd-mmm', field: 'date', sent: JUNE_5_2025 },
  { value: 45_813, format: 'd-mmm-yy', field: 'date', sent: JUNE_5_2025 },
  { value: 45_813, format: 'mm/dd/yyyy', field: 'date', sent: JUNE_5_2025 },
  { value: 45_813, format: 'dddd', field: 'date', sent: JUNE_5_2025 },
  { value: 45_813, format: 'mmm-yy', field: 'date', sent: JUNE_5_2025 },
  { value: 45_813.604_166_666_7, format: 'd-mmm h:mm', field: 'date', sent: JUNE_5_2025 + 14.5 * 3_600_000 },
  // Not a day, but a pin code with the zero that the format keeps.
  { value: 1234, format: '000000', field: 'text', sent: '001234' },
];

describe.each(['xlsx', 'xlsb', 'biff8'] as const)('in a workbook of the form %s', (bookType: BookType) => {
  test.each(STORED)('$value shown as $format is sent rightly to a $field field', async (stored) => {
    expect(await sentFor(stored, bookType)).toEqual(stored.sent);
  });
});

async function sentFor({ value, format, field: type }: Stored, bookType: BookType): Promise<unknown> {
  const sheet: WorkSheet = utils.aoa_to_sheet([['It']]);
  sheet['A2'] = { t: typeof value === 'number' ? 'n' : 's', v: value, z: format };
  sheet['!ref'] = 'A1:A2';
  const bytes = Buffer.from(write(utils.book_new(sheet, 'Leads'), { bookType, type: 'buffer' }) as Buffer);
  const book = await readBytes(folder, bytes);
  const clean = cleanerFor({ type, options: null, trustValues: false }, DEFAULT_CHOICES, INDIA);
  const rows: readonly SheetRow[] = book.ok ? (book.value[0]?.rows ?? []) : [];
  return outcomeOf(clean?.(rows[1]?.cells[0] ?? ''));
}

const INDIA = { defaultCountry: 'IN', timeZone: 'Asia/Kolkata', team: null };

function outcomeOf(cleaned: CleanValue | undefined): unknown {
  if (cleaned?.kind === 'problem') {
    return cleaned.problem.kind;
  }
  return cleaned?.kind === 'value' ? cleaned.value : 'nothing';
}
