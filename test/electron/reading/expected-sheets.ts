import type { FileFailure } from '../../../shared/failure.ts';
import type { Reading, TextReading } from '../../../shared/sheet/sheet.ts';

/** What a file in `test/fixtures` must be read as. */
export type ExpectedSheet = {
  readonly file: string;
  readonly reading: Reading;
  readonly headings: readonly string[];
  /** Every data row: its number, then its cells. */
  readonly rows: readonly (readonly [rowNumber: number, ...cells: string[]])[];
  readonly blankRowCount: number;
  readonly longRowCount: number;
};

const reading = (
  encoding: TextReading['encoding'],
  delimiter: TextReading['delimiter'],
  headerRowNumber: number | null,
): Reading => ({ encoding, delimiter, headerRowNumber });

const HINDI_ROW = ['सुनीता शर्मा', '9876501234', 'जयपुर'] as const;
const NO_SURPRISES = { blankRowCount: 0, longRowCount: 0 };

export const EXPECTED_SHEETS: readonly ExpectedSheet[] = [
  {
    file: 'utf-8-bom.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['नाम', 'मोबाइल नंबर', 'शहर'],
    rows: [
      [2, ...HINDI_ROW],
      [3, 'Zoë D’Souza', '9876501235', 'Pune'],
    ],
    ...NO_SURPRISES,
  },
  ...(['utf-16le-nobom.csv', 'utf-16be-nobom.csv', 'utf-16be-bom.csv'] as const).map(
    (file): ExpectedSheet => ({
      file,
      reading: reading(file.startsWith('utf-16le') ? 'utf-16le' : 'utf-16be', ',', 1),
      headings: ['Name', 'Mobile No.', 'City'],
      rows: [
        [2, ...HINDI_ROW],
        [3, 'Ravi Kumar', '9876501235', 'Pune'],
      ],
      ...NO_SURPRISES,
    }),
  ),
  {
    file: 'utf-16le-bom-tabs.txt',
    reading: reading('utf-16le', '\t', 1),
    headings: ['Name', 'Mobile No.', 'City'],
    rows: [
      [2, ...HINDI_ROW],
      [3, 'Ravi 😀 Kumar', '9876501235', 'Pune'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'excel-ms-dos-ibm850.csv',
    reading: reading('ibm850', ',', 1),
    headings: ['Name', 'Phone', 'City'],
    rows: [
      [2, 'José Núñez', '9876501234', 'Córdoba'],
      [3, 'Zoë Müller', '9876501235', 'Köln'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'excel-macintosh.csv',
    reading: reading('macintosh', ',', 1),
    headings: ['Name', 'Phone', 'City'],
    rows: [
      [2, 'José Núñez', '9876501234', 'Córdoba'],
      [3, 'Zoë Müller', '9876501235', 'Köln'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'windows-1250-polish.csv',
    reading: reading('windows-1250', ';', 1),
    headings: ['Imię', 'Telefon', 'Miasto'],
    rows: [
      [2, 'Łukasz Wójcik', '9876501234', 'Kraków'],
      [3, 'Żaneta Dąbrowska', '9876501235', 'Łódź'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'windows-1251-russian.csv',
    reading: reading('windows-1251', ';', 1),
    headings: ['Имя', 'Телефон', 'Город'],
    rows: [
      [2, 'Иван Петров', '9876501234', 'Москва'],
      [3, 'Екатерина Смирнова', '9876501235', 'Казань'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'windows-1256-arabic.csv',
    reading: reading('windows-1256', ',', 1),
    headings: ['الاسم', 'الهاتف', 'المدينة'],
    rows: [
      [2, 'محمد أحمد', '9876501234', 'دبي'],
      [3, 'فاطمة الزهراء', '9876501235', 'القاهرة'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'shift-jis-backslash.csv',
    reading: reading('shift_jis', ',', 1),
    headings: ['名前', '電話番号', '住所'],
    rows: [
      [2, '山田太郎', '9876501234', '東京都渋谷区'],
      [3, '能登 花子', '9876501235', 'ソ連通り表町'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'gb18030-chinese.csv',
    reading: reading('gb18030', ',', 1),
    headings: ['姓名', '电话', '城市'],
    rows: [
      [2, '张伟', '9876501234', '北京市'],
      [3, '王芳', '9876501235', '广州市'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'windows-1252-euro.csv',
    reading: reading('windows-1252', ',', 1),
    headings: ['Name', 'Phone', 'Remarks'],
    rows: [
      [2, 'José Núñez', '9876501234', '“€ 500 – paid”'],
      [3, 'Zoë Lefèvre', '9876501235', '¡later!'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'semicolon-decimal-comma.csv',
    reading: reading('utf-8', ';', 1),
    headings: ['Naam', 'Bedrag'],
    rows: [
      [2, 'Jan Bakker', '12,50'],
      [3, 'Piet Visser', '1.234,00'],
      [4, 'Ella Mulder', '9,95'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'title-lines-above-heading.csv',
    reading: reading('utf-8', ',', 4),
    headings: ['Name', 'Mobile', 'Email', 'City'],
    rows: [
      [5, 'Ravi Kumar', '9876501234', 'ravi@example.org', 'Pune'],
      [6, 'Asha Iyer', '9876501235', '', 'Delhi'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'group-headings-above-heading.csv',
    reading: reading('utf-8', ',', 2),
    headings: ['Sr No', 'Name', 'Mobile', 'Email', 'Name', 'Mobile', 'Email'],
    rows: [
      [3, '1', 'Ravi', '9876501234', 'ravi@example.org', 'Mohan', '9876501240', 'mohan@example.org'],
      [4, '2', 'Asha', '9876501235', 'asha@example.org', 'Usha', '', ''],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'no-heading.csv',
    reading: reading('utf-8', ',', null),
    headings: ['', '', ''],
    rows: [
      [1, 'Ravi Kumar', '9876501234', 'Pune'],
      [2, 'Asha Iyer', '9876501235', 'Delhi'],
      [3, 'Imran Khan', '9876501236', 'Pune'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'mixed-line-endings.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Phone'],
    rows: [
      [2, 'Ravi', '9876501234'],
      [3, 'Asha', '9876501235'],
      [4, 'Imran', '9876501236'],
      [5, 'Priya', '9876501237'],
      [7, 'Zoë', '9876501238'],
    ],
    blankRowCount: 1,
    longRowCount: 0,
  },
  {
    file: 'old-mac-line-endings.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Phone', 'Remarks'],
    rows: [
      [2, 'Ravi', '9876501234', 'call\nlater'],
      [4, 'Asha', '9876501235', ''],
    ],
    blankRowCount: 1,
    longRowCount: 0,
  },
  {
    file: 'quoted-line-breaks.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Remarks', 'Phone'],
    rows: [
      [2, 'Ravi', 'line one\r\nline two\n\nline four', '9876501234'],
      [3, 'Asha', 'said "yes", twice', '9876501235'],
      [4, 'Imran', '', '9876501236'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'broken-quotes.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Remarks', 'Phone'],
    rows: [
      [2, 'Sunny Sharma', 'calls back', '9876501234'],
      [3, 'Said "hi" twice', 'x', '9876501235'],
      [4, '"Ravi', 'stray mark', '9876501236'],
      [5, 'Asha', 'Delhi, India', '9876501237'],
      [6, 'Imran', '5" pipe', '9876501238'],
      [7, 'Zoë', 'two blanks behind', '9876501239'],
      [8, 'Bunny Rao', 'Pune, India', '9876501240'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'sep-line.csv',
    reading: reading('utf-8', ';', 1),
    headings: ['Name', 'Phone'],
    rows: [
      [2, 'Ravi', '9876501234'],
      [3, 'Asha', '9876501235'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'ragged-rows.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Phone', 'City'],
    rows: [
      [2, 'Ravi', '9876501234'],
      [3, 'Asha', '9876501235', 'Delhi', 'surplus'],
      [4, 'Imran', '9876501236', 'Pune', '', ''],
      [5, '', '', '', 'only surplus'],
    ],
    blankRowCount: 0,
    longRowCount: 2,
  },
  {
    file: 'duplicate-headings.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Phone', 'Phone', '', 'Name'],
    rows: [
      [2, 'Ravi', '9876501234', '9876501240', 'x', 'Mohan', '', ''],
      [3, 'Asha', '9876501235', '', '', '', '', ''],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'blank-rows.csv',
    reading: reading('utf-8', ',', 2),
    headings: ['Name', 'Phone'],
    rows: [
      [4, 'Ravi', '9876501234'],
      [8, 'Asha', '9876501235'],
    ],
    blankRowCount: 6,
    longRowCount: 0,
  },
  {
    file: 'tabs.txt',
    reading: reading('utf-8', '\t', 1),
    headings: ['Name', 'Phone', 'Address'],
    rows: [
      [2, 'Ravi', '9876501234', 'MG Road, Pune'],
      [3, 'Asha', '9876501235', 'Park Street, Kolkata'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'pipes.csv',
    reading: reading('utf-8', '|', 1),
    headings: ['Name', 'Phone', 'Courses'],
    rows: [
      [2, 'Ravi', '9876501234', 'MBA, BBA'],
      [3, 'Asha', '9876501235', 'MCA, BCA'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'one-column.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Phone'],
    rows: [
      [2, '9876501234'],
      [3, '9876501235'],
      [4, '9876501236'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'columns-of-numbers-as-text.csv',
    reading: reading('utf-8', ',', 1),
    headings: ['Name', 'Phone', 'Pin', 'Code'],
    rows: [
      [2, 'Ravi', '09876501234', '011001', '1e5'],
      [3, 'Asha', '9.19877E+11', '000000', 'TRUE'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'libreoffice-money-as-shown.csv',
    reading: reading('utf-8', ',', 1),
    headings: [
      'Name',
      'Rupees',
      'Euro',
      'Dollars',
      'Percent',
      'Exact percent',
      'Scientific',
      'Fraction',
      'Thousands',
      'Plain',
    ],
    rows: [
      [2, 'Asha', '₹222,000.00', '1,234.50 €', '$99', '13%', '12.35%', '1.23E+05', ' 1/2', '1,250', '0.1'],
      [
        3,
        'Ravi',
        '-₹1,500.75',
        '0.00 €',
        '$1,234,567',
        '100%',
        '-0.50%',
        '1.20E-04',
        ' 1/4',
        '1',
        '1234567.891',
      ],
      [4, 'Imran', '₹0.30', '', '$1', '0%', '250.00%', '-5.00E+20', ' 3/4', '0', '-0.5'],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'libreoffice-all-text-quoted-semicolons.csv',
    reading: reading('utf-8', ';', 1),
    headings: [
      'Name',
      'PIN',
      'Mobile',
      'Mobile by format',
      'STD',
      'Aadhaar',
      '15 digits',
      '16 digits',
      '18 digits',
      'Text with zero',
      'Small',
    ],
    rows: [
      [
        2,
        'Asha',
        '001234',
        '919876501234',
        '+91 98765 01234',
        '2025-501234',
        '123456789012',
        '123456789012345',
        '1234567890123456',
        '9.19876501234568E+017',
        '0098765012',
        '000007',
      ],
      [
        3,
        'Ravi',
        '411001',
        '9876501235',
        '+91 08765 01235',
        '1123-456789',
        '1',
        '999999999999999',
        '9.00719925474099E+015',
        '1E+018',
        '+91 98765 01235',
        '000000',
      ],
      [
        4,
        'Imran',
        '000013',
        '0.1',
        '+91 08765 01236',
        '0000-000001',
        '-42',
        '1000000000000000',
        '4503599627370498',
        '1E+021',
        "'0123",
        '0.0000001',
      ],
    ],
    ...NO_SURPRISES,
  },
  {
    file: 'libreoffice-utf-16-tabs.csv',
    reading: reading('utf-16le', '\t', 1),
    headings: ['नाम', 'मोबाइल', 'Remarks'],
    rows: [
      [2, 'सुनीता कुमार', '९८७६५०१२३४', 'Bold then red & <plain>'],
      [3, 'தமிழ் செல்வி', '9876501235', 'line one\nline two\n\nline four'],
      [4, 'محمد خان', '9876501236', '  two blanks before and after  '],
      [5, '👩‍🎓 Zoë D’Souza', '9876501237', 'tab\there, "quotes", it\'s & <b>'],
      [6, '_x000D_ literal', '9876501238', 'a_x0041_b'],
      [7, 'Ｆｕｌｌ　ｗｉｄｔｈ', '9876501239', 'nbsp\u00A0here, zero\u200Bwidth'],
    ],
    ...NO_SURPRISES,
  },
];

/** The files of `test/fixtures` that cannot be read, and why. */
export const EXPECTED_FAILURES: readonly { readonly file: string; readonly failure: FileFailure }[] = [
  {
    file: 'picture-named.csv',
    failure: { kind: 'format-not-read', fileName: 'picture-named.csv', format: 'picture' },
  },
  { file: 'binary-named.csv', failure: { kind: 'file-not-text', fileName: 'binary-named.csv' } },
  { file: 'empty.csv', failure: { kind: 'file-empty', fileName: 'empty.csv' } },
  { file: 'only-blanks.csv', failure: { kind: 'file-empty', fileName: 'only-blanks.csv' } },
  { file: 'only-heading.csv', failure: { kind: 'file-only-heading', fileName: 'only-heading.csv' } },
  {
    file: 'unclosed-quote.csv',
    failure: { kind: 'quote-not-closed', fileName: 'unclosed-quote.csv', rowNumber: 4 },
  },
];
