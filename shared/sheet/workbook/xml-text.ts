/**
 * The text that stands between two XML tags: entities resolved, line ends as XML says. Only the five entities that XML
 * itself defines and character references are known; any other stays as written, so no file can make us look something up
 * or expand anything.
 */
export function xmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replaceAll(/\r\n?/gu, '\n') : raw;
  return text.includes('&') ? text.replaceAll(ENTITY, resolve) : text;
}

/**
 * Undoes the escapes with which spreadsheets keep characters that XML does not allow: `_x000D_` is a carriage return, and
 * `_x005F_x000D_` is the text `_x000D_` itself (ECMA-376, 22.9.2.19).
 */
export function unescapeCharacters(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/giu, (_whole, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
    : text;
}

const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,8})|#x([0-9a-f]{1,8}));/giu;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolve(whole: string, name?: string, decimal?: string, hex?: string): string {
  if (name !== undefined) {
    return NAMED[name] ?? whole;
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}
