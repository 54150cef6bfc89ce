/** What a workbook of `test/fixtures/workbooks` must be read as, whichever format it was saved in. */
export type ExpectedWorkbook = {
  /** Without its extension: there is one in .xlsx, .xls and .ods. */
  readonly name: string;
  readonly sheets: readonly ExpectedWorkbookSheet[];
};

/** One sheet of it, every row that holds something. */
export type ExpectedWorkbookSheet = {
  readonly name: string;
  /** Visible unless given. */
  readonly visibility?: 'hidden';
  /** Row number, then the cells parted by bars; nothing between two bars is no cell. */
  readonly rows: readonly (readonly [rowNumber: number, cells: string])[];
  readonly hiddenRowCount?: number;
  readonly hiddenColumns?: readonly number[];
  readonly mergedCount?: number;
};

/** Cells that an OpenDocument file does not say in the same way, by what the other two formats say. */
export const OPEN_DOCUMENT_SAYS: Readonly<Record<string, string>> = {
  // It holds dates, not days and a format, so midnight is no time.
  '2024-02-29 00:00:00': '2024-02-29',
  // Signs inside a number are for the eye alone, unless zeros or a plus sign stand in front.
  '2025-501234': '2025501234',
  '1123-456789': '1123456789',
};

export const EXPECTED_WORKBOOKS: readonly ExpectedWorkbook[] = [
  {
    name: 'dates-in-many-formats',
    sheets: [
      {
        name: 'Dates',
        rows: [
          [1, 'Name|Day first|Month first|Short|Long|With time|Dots|Month only|With words|Time|Clock'],
          [2, `Asha|${days('2026-04-03', '2026-04-03 18:05:00')}|09:30|23:59:59`],
          [3, `Leap day|${days('2024-02-29', '2024-02-29 00:00:00')}|00:00|12:00:01`],
          [4, `Last century|${days('1999-12-31', '1999-12-31 23:59:00')}|12:15|00:00:30`],
          [5, `Far away|${days('2099-12-31', '2099-12-31 06:00:00')}`],
          [6, 'As text|03/04/2026|4-3-26|3rd April|next Monday'],
        ],
      },
    ],
  },
  {
    name: 'money-and-percent',
    sheets: [
      {
        name: 'Fees',
        rows: [
          [1, 'Name|Rupees|Euro|Dollars|Percent|Exact percent|Scientific|Fraction|Thousands|Plain'],
          [2, 'Asha|222000|1234.5|99|12.5%|12.345%|123456|0.5|1250000|0.1'],
          [3, 'Ravi|-1500.75|0|1234567|100%|-0.5%|0.00012|0.25|999|1234567.891'],
          [4, 'Imran|0.3||0.5|0%|250%|-5E+20|0.75|0|-0.5'],
        ],
      },
    ],
  },
  {
    name: 'results-of-formulas',
    sheets: [
      {
        name: 'Leads',
        rows: [
          [1, 'First|Last|Full name|Score|Double|Called on|Is won|Status|Missing|Divided|Empty text|Link'],
          [2, 'Asha|Iyer|Asha Iyer|7|14|2026-04-03|TRUE|Hot|#N/A|#DIV/0!||our page'],
          [3, 'राहुल|शर्मा|राहुल शर्मा|3|6|2026-05-03|FALSE|Cold|Iyer|0.75|x|10'],
        ],
      },
    ],
  },
  {
    name: 'long-numbers-and-zeros',
    sheets: [
      {
        name: 'Numbers',
        rows: [
          [
            1,
            'Name|PIN|Mobile|Mobile by format|STD|Aadhaar|15 digits|16 digits|18 digits|Text with zero|Small',
          ],
          [
            2,
            'Asha|001234|919876501234|+91 98765 01234|2025-501234|123456789012|123456789012345|1.23456789012346E+15|9.19876501234568E+17|0098765012|000007',
          ],
          [
            3,
            'Ravi|411001|9876501235|+91 08765 01235|1123-456789|1|999999999999999|9.00719925474099E+15|1E+18|+91 98765 01235|000000',
          ],
          [
            4,
            "Imran|12.5|0.1|+91 08765 01236|0000-000001|-42|1E+15|4.5035996273705E+15|1E+21|'0123|0.0000001",
          ],
        ],
      },
    ],
  },
  {
    name: 'hidden-everywhere',
    sheets: [
      {
        name: 'Old',
        visibility: 'hidden',
        rows: [
          [1, 'Name|Mobile'],
          [2, 'Old Asha|9876501230'],
        ],
      },
      {
        name: 'Leads',
        rows: [
          [1, 'Internal note'],
          [2, 'Name|Id|Secret|Mobile|City|Remarks'],
          [3, 'Asha|1|x|9876501231|Pune|first'],
          [4, 'Ravi|2|y|9876501232|Delhi'],
          [5, 'Imran|3|z|9876501233|Pune|filtered'],
          [6, 'Meera|4|w|9876501234|Pune|filtered'],
          [7, 'Zoë|5|v|9876501235|Surat|last'],
        ],
        hiddenRowCount: 4,
        hiddenColumns: [1, 2],
      },
      {
        name: 'Lists',
        visibility: 'hidden',
        rows: [
          [1, 'Pune'],
          [2, 'Delhi'],
        ],
      },
    ],
  },
  {
    name: 'merged-titles-and-cells',
    sheets: [
      {
        name: 'Fair',
        rows: [
          [1, 'Education fair, Pune'],
          [3, 'Student||Parent||City|Course'],
          [4, 'Name|Mobile|Name|Mobile'],
          [5, 'Asha|9876501231|Mrs Iyer|9876501232|Pune|BBA'],
          [6, 'Ravi|9876501233|Mr Khan|9876501234||MBA'],
          [7, 'Zoë|9876501235||||MBA'],
          [8, 'Meera|9876501236|Mr Das|9876501237|Delhi'],
        ],
        mergedCount: 7,
      },
    ],
  },
  {
    name: 'letters-of-many-scripts',
    sheets: [
      {
        name: 'नाम & <सूची>',
        rows: [
          [1, 'नाम|मोबाइल|Remarks'],
          [2, 'सुनीता कुमार|९८७६५०१२३४|Bold then red & <plain>'],
          [3, 'தமிழ் செல்வி|9876501235|line one\nline two\n\nline four'],
          [4, 'محمد خان|9876501236|  two blanks before and after  '],
          [5, '👩‍🎓 Zoë D’Souza|9876501237|tab\there, "quotes", it\'s & <b>'],
          [6, '_x000D_ literal|9876501238|a_x0041_b'],
          [7, 'Ｆｕｌｌ　ｗｉｄｔｈ|9876501239|nbsp\u00A0here, zero\u200Bwidth'],
        ],
      },
    ],
  },
  {
    name: 'rows-far-apart',
    sheets: [
      {
        name: 'Leads',
        rows: [
          [1, 'Name|Mobile|City'],
          [2, 'Asha|9876501231|Pune'],
          [1001, 'Ravi|9876501232|Delhi'],
          [61_002, 'Imran|9876501233|Surat'],
        ],
      },
    ],
  },
];

/** The same day in eight formats, the fifth of which shows its time too. */
function days(day: string, withTime: string): string {
  return [day, day, day, day, withTime, day, day, day].join('|');
}
