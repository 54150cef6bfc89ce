/** Nothing more in the pieces given so far. */
export const NO_TOKEN = 0;
/** `<c r="A1">` or `<c/>`. */
export const OPEN = 1;
/** `</c>`; an empty element `<c/>` gives none. */
export const CLOSE = 2;
/** Text, or the inside of a CDATA section, between two tags; one text may come as several tokens. */
export const TEXT = 3;

export type Token = typeof NO_TOKEN | typeof OPEN | typeof CLOSE | typeof TEXT;

/** Thrown for what no spreadsheet program writes: a document type definition, an endless tag. */
export class XmlTrouble extends Error {}
