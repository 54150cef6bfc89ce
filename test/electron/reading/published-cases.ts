import type { Delimiter } from '../../../shared/sheet/sheet.ts';

/** A text and the records that it stands for. */
export type PublishedCase = {
  readonly name: string;
  readonly text: string;
  /** A comma where nothing is said. */
  readonly delimiter?: Delimiter;
  readonly records: readonly (readonly string[])[];
};

/**
 * What PapaParse's own published tests (MIT) say about text that is read with its default options, in words and order of our
 * own. Left out is what only its options concern (comments, types, other quotation marks, previews). One thing is counted
 * otherwise: a line end at the end of the file ends the last record there and begins an empty one nowhere.
 */
export const PAPAPARSE_CASES: readonly PublishedCase[] = [
  { name: 'one row', text: 'A,b,c', records: [['A', 'b', 'c']] },
  {
    name: 'three rows',
    text: 'A,b,c\nd,E,f\nG,h,i',
    records: [
      ['A', 'b', 'c'],
      ['d', 'E', 'f'],
      ['G', 'h', 'i'],
    ],
  },
  { name: 'blanks around a cell stay', text: 'a,\tb ,c', records: [['a', '\tb ', 'c']] },
  { name: 'a quoted cell', text: 'A,"B",C', records: [['A', 'B', 'C']] },
  { name: 'blanks inside quotation marks stay', text: 'A," B  ",C', records: [['A', ' B  ', 'C']] },
  { name: 'a quoted delimiter', text: 'A,"B,B",C', records: [['A', 'B,B', 'C']] },
  { name: 'a quoted line break', text: 'A,"B\nB",C', records: [['A', 'B\nB', 'C']] },
  {
    name: 'quoted line breaks in two cells',
    text: 'A,"B\nB","C\nC\nC"',
    records: [['A', 'B\nB', 'C\nC\nC']],
  },
  {
    name: 'a delimiter and a line break in the last cell of a row',
    text: 'a,b,"c,c\nc"\nd,e,f',
    records: [
      ['a', 'b', 'c,c\nc'],
      ['d', 'e', 'f'],
    ],
  },
  { name: 'doubled quotation marks', text: 'A,"B""B""B",C', records: [['A', 'B"B"B', 'C']] },
  { name: 'doubled marks at both ends', text: 'A,"""B""",C', records: [['A', '"B"', 'C']] },
  { name: 'a mark at the end of a plain cell', text: 'A,B",C', records: [['A', 'B"', 'C']] },
  { name: 'marks around a delimiter', text: 'A,""",""",C', records: [['A', '","', 'C']] },
  { name: 'a mark right of a delimiter', text: 'A,",""",C', records: [['A', ',"', 'C']] },
  { name: 'a mark left of a delimiter', text: 'A,""",",C', records: [['A', '",', 'C']] },
  {
    name: 'five marks in a row',
    text: '"1","cnonce="""",nc=""""","2"',
    records: [['1', 'cnonce="",nc=""', '2']],
  },
  {
    name: 'a blank before the opening mark makes it text',
    text: 'A, "B" ,C',
    records: [['A', ' "B" ', 'C']],
  },
  { name: 'marks in the middle of a plain cell', text: 'A,B "B",C', records: [['A', 'B "B"', 'C']] },
  {
    name: 'a stray mark behind a delimiter, and a proper end in the same line',
    text: '"a,"b,c"\nd,e,f',
    records: [['a,"b,c'], ['d', 'e', 'f']],
  },
  {
    name: 'the delimiter closes',
    text: 'a,"b",c\nd,e,f',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'the line end closes',
    text: 'a,b,"c"\nd,e,f',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'the end of the file closes',
    text: 'a,b,c\nd,e,"f"',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  { name: 'a cell over two lines with delimiters', text: 'a,"b,c\nd,e,f"', records: [['a', 'b,c\nd,e,f']] },
  {
    name: 'a line that begins quoted',
    text: 'a,b,c\n"d",e,f',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'a line that begins empty',
    text: ',b,c\n"d",e,f',
    records: [
      ['', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'rows that are quoted throughout',
    text: 'a,b,c\nd,e,f\n"g","h","i"\n"j","k","l"',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
      ['j', 'k', 'l'],
    ],
  },
  {
    name: 'quoted at the end of a line, empty at the beginning of the next',
    text: 'a,b,c\n,e,f\n,"h","i"\n,"k","l"',
    records: [
      ['a', 'b', 'c'],
      ['', 'e', 'f'],
      ['', 'h', 'i'],
      ['', 'k', 'l'],
    ],
  },
  {
    name: 'doubled marks at the end of a line',
    text: 'a,b,"c""c"""\nd,e,f',
    records: [
      ['a', 'b', 'c"c"'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'an empty quoted cell at the end',
    text: 'a,b,""\na,b,""',
    records: [
      ['a', 'b', ''],
      ['a', 'b', ''],
    ],
  },
  {
    name: 'empty cells in a row',
    text: 'a,b,,,c,d\n,,e,,,f',
    records: [
      ['a', 'b', '', '', 'c', 'd'],
      ['', '', 'e', '', '', 'f'],
    ],
  },
  { name: 'nothing', text: '', records: [] },
  { name: 'only a delimiter', text: ',', records: [['', '']] },
  {
    name: 'only empty cells',
    text: ',,\n,,,',
    records: [
      ['', '', ''],
      ['', '', '', ''],
    ],
  },
  { name: 'only a word', text: 'Abc def', records: [['Abc def']] },
  { name: 'a line that begins with # is a row', text: '#commented line', records: [['#commented line']] },
  { name: 'a line that begins with a blank', text: 'a\n b\nc', records: [['a'], [' b'], ['c']] },
  { name: 'one column', text: 'a\nb\nc\nd\ne', records: [['a'], ['b'], ['c'], ['d'], ['e']] },
  {
    name: 'one column with blank lines',
    text: 'a\nb\n\n\nc\nd\ne\n',
    records: [['a'], ['b'], [''], [''], ['c'], ['d'], ['e']],
  },
  {
    name: 'lines that end with \\r',
    text: 'A,b,c\rd,E,f',
    records: [
      ['A', 'b', 'c'],
      ['d', 'E', 'f'],
    ],
  },
  {
    name: 'lines that end with \\r\\n',
    text: 'A,b,c\r\nd,E,f',
    records: [
      ['A', 'b', 'c'],
      ['d', 'E', 'f'],
    ],
  },
  { name: 'a quoted \\r\\n', text: 'A,"B\r\nB",C', records: [['A', 'B\r\nB', 'C']] },
  { name: 'a quoted \\r', text: 'A,"B\rB",C', records: [['A', 'B\rB', 'C']] },
  {
    name: 'blanks between a closing mark and the delimiter or line end',
    text: 'A,"B" ,C,"D" \r\nE,F,"G"  ,"H"  \r\nQ,W,"E" ,R',
    records: [
      ['A', 'B', 'C', 'D'],
      ['E', 'F', 'G', 'H'],
      ['Q', 'W', 'E', 'R'],
    ],
  },
  {
    name: 'stray marks in two lines',
    text: 'A,B",C\nD,E",F',
    records: [
      ['A', 'B"', 'C'],
      ['D', 'E"', 'F'],
    ],
  },
  {
    name: 'an empty first cell',
    text: 'A,B,C\r\n,b1,c1\r\na2,b2,c2',
    records: [
      ['A', 'B', 'C'],
      ['', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ],
  },
  {
    name: 'an empty last cell',
    text: 'a,b,\r\nd,e,f',
    records: [
      ['a', 'b', ''],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'too few and too many cells',
    text: 'A,B,C\r\na,b,c,d,e\r\nf',
    records: [['A', 'B', 'C'], ['a', 'b', 'c', 'd', 'e'], ['f']],
  },
  {
    name: 'tabs',
    text: 'a\tb\tc\r\nd\te\tf',
    delimiter: '\t',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'bars',
    text: 'a|b|c\r\nd|e|f',
    delimiter: '|',
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'a blank line at the beginning',
    text: '\r\na,b,c\r\nd,e,f',
    records: [[''], ['a', 'b', 'c'], ['d', 'e', 'f']],
  },
  {
    name: 'a blank line in the middle',
    text: 'a,b,c\r\n\r\nd,e,f',
    records: [['a', 'b', 'c'], [''], ['d', 'e', 'f']],
  },
  {
    name: 'a blank line at the end',
    text: 'a,b,c\nd,e,f\n\n',
    records: [['a', 'b', 'c'], ['d', 'e', 'f'], ['']],
  },
  {
    name: 'a line of blanks',
    text: 'a,b,c\r\n \r\nd,e,f',
    records: [['a', 'b', 'c'], [' '], ['d', 'e', 'f']],
  },
  {
    name: 'blank lines everywhere',
    text: '\na,b,c\n\nd,e,f\n\n',
    records: [[''], ['a', 'b', 'c'], [''], ['d', 'e', 'f'], ['']],
  },
  {
    name: '\\r\\n in a quoted heading, lines that end with \\n',
    text: '"a\r\na","b"\n"c","d"\n"e","f"',
    records: [
      ['a\r\na', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  },
  {
    name: '\\n in a quoted heading, lines that end with \\r\\n',
    text: '"a\na",b\r\nc,d\r\ne,f\r\n',
    records: [
      ['a\na', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  },
];

/**
 * PapaParse's tests where we read otherwise on purpose: a broken quotation mark of ours never swallows the rows below it, and
 * line ends of several kinds in one file are all line ends.
 */
export const READ_OTHERWISE: readonly (PublishedCase & {
  readonly papaparse: readonly (readonly string[])[];
})[] = [
  {
    name: 'a stray mark behind a delimiter',
    text: 'a,"b,"c\nd,e,f',
    papaparse: [['a', 'b,"c\nd,e,f']],
    records: [
      ['a', 'b,c'],
      ['d', 'e', 'f'],
    ],
  },
  {
    name: 'a mark that closes too early',
    text: 'a,"b"c,d\ne,f,g',
    papaparse: [['a', 'b"c,d\ne,f,g']],
    records: [
      ['a', 'bc', 'd'],
      ['e', 'f', 'g'],
    ],
  },
  {
    name: 'a mark that would close in a later line',
    text: 'a,"b,c\nd"e,f,g',
    papaparse: [['a', 'b,c\nd"e,f,g']],
    records: [
      ['a', '"b', 'c'],
      ['d"e', 'f', 'g'],
    ],
  },
  {
    name: 'line ends of two kinds',
    text: 'a,b,c\nd,e,f\rg,h,i\n',
    papaparse: [['a', 'b', 'c'], ['d', 'e', 'f\rg', 'h', 'i'], ['']],
    records: [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ],
  },
];

/** Texts whose delimiter PapaParse's tests say is found. */
export const FOUND_DELIMITERS: readonly { readonly text: string; readonly delimiter: Delimiter }[] = [
  { text: 'a,b\n1,2\n3,4\n', delimiter: ',' },
  { text: 'one|two,two|three\nfour|five,five|six', delimiter: '|' },
  { text: 'a,b,c\na,b,c|d|e|f', delimiter: ',' },
  { text: '"Field1,1,1";Field2;"Field3";Field4;Field5;Field6', delimiter: ';' },
  { text: 'Field1;Field2;"Field,3,""3,3";Field4;Field5;"Field6,6"', delimiter: ';' },
];

/** The csv-spectrum set (BSD): files as programs write them. */
export const CSV_SPECTRUM: readonly PublishedCase[] = [
  {
    name: 'comma_in_quotes',
    text: 'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123',
    records: [
      ['first', 'last', 'address', 'city', 'zip'],
      ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'],
    ],
  },
  {
    name: 'empty',
    text: 'a,b,c\n1,"",""\n2,3,4',
    records: [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  },
  {
    name: 'empty_crlf',
    text: 'a,b,c\r\n1,"",""\r\n2,3,4',
    records: [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  },
  {
    name: 'escaped_quotes',
    text: 'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    records: [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  },
  {
    name: 'json',
    text: 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    records: [
      ['key', 'val'],
      ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
    ],
  },
  {
    name: 'newlines',
    text: 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    records: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  },
  {
    name: 'newlines_crlf',
    text: 'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
    records: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \r\na time', '5', '6'],
      ['7', '8', '9'],
    ],
  },
  {
    name: 'quotes_and_newlines',
    text: 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    records: [
      ['a', 'b'],
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  },
  {
    name: 'simple',
    text: 'a,b,c\n1,2,3\n',
    records: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  },
  {
    name: 'simple_crlf',
    text: 'a,b,c\r\n1,2,3\r\n',
    records: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  },
  {
    name: 'utf8',
    text: 'a,b,c\n1,2,3\n4,5,ʤ',
    records: [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  },
];
