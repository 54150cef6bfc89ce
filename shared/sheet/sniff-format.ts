/** What kind of file the first bytes belong to, whatever its name says. */
export type SniffedFormat =
  /** Nothing known: probably text. `sniffEncoding` says whether it really is. */
  | { readonly kind: 'text' }
  /** A workbook with sheets. `format` is what a person calls it. */
  | { readonly kind: 'workbook'; readonly format: string }
  /** A known format that holds no sheet that we could read as text, such as a PDF or a web page. */
  | { readonly kind: 'document'; readonly format: string };

/**
 * Tells workbooks, documents and pictures from text by their first bytes. Portals name web pages `.xls` and people rename
 * workbooks to `.csv`, so the extension counts for nothing.
 *
 * @param head The beginning of the file: a few hundred bytes tell most formats, more tell the kinds of ZIP and OLE apart.
 */
export function sniffFormat(head: Uint8Array): SniffedFormat {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    return sniffZip(head);
  }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return sniffOle(head);
  }
  for (const { bytes, format } of MARKS) {
    if (startsWith(head, bytes)) {
      return { kind: 'document', format };
    }
  }
  return sniffMarkup(head);
}

/** First bytes by which formats are known. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly format: string }[] = [
  { bytes: ascii('%PDF-'), format: 'PDF document' },
  { bytes: ascii('{\\rtf'), format: 'RTF document' },
  { bytes: ascii('BEGIN:VCARD'), format: 'contact file (vCard)' },
  { bytes: ascii('SQLite format 3\0'), format: 'database file' },
  { bytes: [0x1f, 0x8b], format: 'compressed file' },
  { bytes: ascii('Rar!'), format: 'compressed file' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], format: 'compressed file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'picture' },
  { bytes: [0xff, 0xd8, 0xff], format: 'picture' },
  { bytes: ascii('GIF8'), format: 'picture' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], format: 'program' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], format: 'program' },
];

/** Workbooks before Excel 5 were no OLE files; nobody has them. `Book` and `Workbook` are stream names inside OLE files. */
function sniffOle(head: Uint8Array): SniffedFormat {
  if (contains(head, utf16('EncryptedPackage'))) {
    return { kind: 'workbook', format: 'Excel workbook with a password' };
  }
  if (contains(head, utf16('WordDocument'))) {
    return { kind: 'document', format: 'Word document' };
  }
  if (contains(head, utf16('PowerPoint Document'))) {
    return { kind: 'document', format: 'PowerPoint presentation' };
  }
  return { kind: 'workbook', format: 'old Excel workbook (.xls)' };
}

function sniffZip(head: Uint8Array): SniffedFormat {
  if (contains(head, ascii('application/vnd.oasis.opendocument.spreadsheet'))) {
    return { kind: 'workbook', format: 'OpenDocument spreadsheet' };
  }
  if (contains(head, ascii('application/vnd.oasis.opendocument.'))) {
    return { kind: 'document', format: 'OpenDocument file' };
  }
  if (contains(head, ascii('xl/workbook.bin'))) {
    return { kind: 'workbook', format: 'binary Excel workbook (.xlsb)' };
  }
  if (contains(head, ascii('xl/'))) {
    return { kind: 'workbook', format: 'Excel workbook' };
  }
  if (contains(head, ascii('word/'))) {
    return { kind: 'document', format: 'Word document' };
  }
  if (contains(head, ascii('ppt/'))) {
    return { kind: 'document', format: 'PowerPoint presentation' };
  }
  if (contains(head, ascii('.iwa'))) {
    return { kind: 'workbook', format: 'Numbers spreadsheet' };
  }
  // Some writers put a large picture or sheet first; a package with a list of content types is mostly a workbook.
  if (contains(head, ascii('[Content_Types].xml'))) {
    return { kind: 'workbook', format: 'Excel workbook' };
  }
  return { kind: 'document', format: 'ZIP archive' };
}

/** Web pages, XML and JSON are text, but read as a table they would be one column of nonsense. */
function sniffMarkup(head: Uint8Array): SniffedFormat {
  const beginning = asciiText(head, 1000).trimStart().toLowerCase();
  if (/^<\?xml\b/u.test(beginning)) {
    return beginning.includes('schemas-microsoft-com:office:spreadsheet') || beginning.includes('excel.sheet')
      ? { kind: 'workbook', format: 'XML spreadsheet' }
      : { kind: 'document', format: beginning.includes('<html') ? 'web page' : 'XML file' };
  }
  if (/^<(?:!doctype html|html|head|body|table|meta|div|style|script)\b/u.test(beginning)) {
    return { kind: 'document', format: 'web page' };
  }
  if (/^(?:[\w-]+:[^\n]*\n)*?mime-version:/u.test(beginning) && beginning.includes('multipart/related')) {
    return { kind: 'document', format: WEB_ARCHIVE };
  }
  if (/^(?:\{\s*"[^"]*"\s*:|\[\s*\{\s*"[^"]*"\s*:)/u.test(beginning)) {
    return { kind: 'document', format: 'JSON file' };
  }
  return { kind: 'text' };
}

/** A web page in one file, as Excel and portals save it: the parts of an e-mail, of which one is the page. */
const WEB_ARCHIVE = 'web archive';

/** The beginning as text, NUL bytes and a UTF-8 byte order mark left out, so that UTF-16 markup is recognised too. */
function asciiText(bytes: Uint8Array, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(0, length)) {
    if (byte > 0 && byte < 0x80) {
      text += String.fromCharCode(byte);
    }
  }
  return text;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function contains(bytes: Uint8Array, needle: readonly number[]): boolean {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) {
      return true;
    }
  }
  return false;
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => [character.charCodeAt(0), 0]);
}
