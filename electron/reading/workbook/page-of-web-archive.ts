/**
 * The web page with the table out of a web archive (MHTML, RFC 2557): the one part of type text/html that has a table, its
 * transfer encoding undone. Portals name such files `.xls`, and Excel saves them as "Single File Web Page".
 *
 * @returns `null` where no part has a table or several have one (a workbook of several sheets): then nobody knows which is
 *   meant, and Excel can be asked to save it otherwise.
 */
export function pageOfWebArchive(bytes: Buffer): Buffer | null {
  const text = bytes.toString('latin1');
  const boundary = /\bboundary=(?:"([^"\r\n]{1,200})"|([^\s;]{1,200}))/iu.exec(text.slice(0, LONGEST_HEAD));
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) {
    return null;
  }
  const pages = text
    .split(`--${mark}`, MOST_PARTS)
    .slice(1)
    .map(pageOf)
    .filter((page) => page?.includes('<table') === true || page?.includes('<TABLE') === true);
  return pages.length === 1 ? (pages[0] ?? null) : null;
}

/** The headers of the archive and of each part stand at its beginning. */
const LONGEST_HEAD = 10_000;

/** Pictures and styles are parts as well; no page of leads has so many. */
const MOST_PARTS = 1000;

/** The bytes of a part that is a web page, or `null`. `part` has one character for each byte. */
function pageOf(part: string): Buffer | null {
  const end = /\r?\n\r?\n/u.exec(part.slice(0, LONGEST_HEAD));
  if (end === null) {
    return null;
  }
  const head = part.slice(0, end.index);
  if (!/^content-type:\s*text\/html\b/imu.test(head)) {
    return null;
  }
  const body = part.slice(end.index + end[0].length);
  switch (/^content-transfer-encoding:\s*([\w-]+)/imu.exec(head)?.[1]?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(unquoted(body), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

/** Quoted-printable (RFC 2045): `=E2` is a byte, and an equals sign at the end of a line joins it with the next. */
function unquoted(body: string): string {
  return body
    .replaceAll(/=[\t ]*\r?\n/gu, '')
    .replaceAll(/=([\da-f]{2})/giu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
