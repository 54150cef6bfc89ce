import { visibleText } from './plain-text.ts';
import { isNothing } from './stand-ins-for-nothing.ts';
import { ipv4Of, parseWebAddress, type WebAddress } from './web-address.ts';

/** What a cell of web addresses holds. */
export type WebReading =
  | { readonly kind: 'empty' }
  /** One or several different ones, in order. */
  | { readonly kind: 'addresses'; readonly addresses: readonly WebAddress[] }
  /** Something else. `text` is the cell without what stands around an address. */
  | { readonly kind: 'none'; readonly text: string };

/** A cell with more is a remark. */
const LONGEST_CELL = 10_000;

/** `Website: `, `URL - `, `Link:`. */
const LABEL = /^(?:web ?site|web|site|url|link)\s*(?::(?!\/\/)|=|\s-\s)\s*/iu;

/** What parts two addresses: blanks, or a comma, semicolon or bar before what must be another one. */
const BETWEEN = /\s+|[,;|]+(?=\s|https?:|www\.|$)/iu;

/** Words between addresses that are none themselves. */
const JOINING = /^(?:or|and|&|या|और)$/iu;

/**
 * Reads the web addresses of a cell: trimmed, `<…>`, quotation marks, a label in front and a comma or full stop at the end
 * taken off. Without `http://` or `https://` only what can hardly be anything else is an address: names that begin with
 * `www.` or end in a top-level domain in wide use, so that "Mr.Rao", "report.pdf" and "B.Tech" are none.
 */
export function readWebAddresses(text: string): WebReading {
  const visible = visibleText(text);
  if (isNothing(visible)) {
    return { kind: 'empty' };
  }
  const bare = visible.replace(/^['\u2018\u2019`]\s*/u, '').replace(LABEL, '');
  if (bare.length > LONGEST_CELL) {
    return { kind: 'none', text: bare };
  }
  const pieces = bare
    .split(BETWEEN)
    .map(unwrapped)
    .filter((piece) => !isNothing(piece) && !JOINING.test(piece));
  const addresses = pieces.map(addressOf).filter((address) => address !== null);
  return pieces.length > 0 && addresses.length === pieces.length
    ? { kind: 'addresses', addresses }
    : { kind: 'none', text: bare };
}

/** Signs at both ends may stand in any order: `(www.example.com),`. */
function unwrapped(piece: string): string {
  const bare = piece
    .replace(/^[<"'(]+/u, '')
    .replace(/[>"',;.]+$/u, '')
    .replace(UNOPENED, '');
  return bare === piece ? bare : unwrapped(bare);
}

/** A closing bracket belongs to the address only if an opening one does: `…/wiki/Pune_(city)`. */
const UNOPENED = /(?<!\([^()]*)\)+$/u;

function addressOf(piece: string): WebAddress | null {
  const address = parseWebAddress(piece);
  return address !== null && (address.hasScheme || isUsualName(address)) ? address : null;
}

function isUsualName({ host, rest }: WebAddress): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const owner = labels.at(-2) ?? '';
  // "B.Com" and "M.Tech" are degrees; "t.me/acme" is an address.
  if (owner === '' || ipv4Of(host) !== null || (owner.length === 1 && rest === '')) {
    return false;
  }
  const isEncodedOrNotLatin = last.startsWith('xn--') || !/^[a-z]/u.test(last);
  return (
    (labels[0] === 'www' && labels.length >= 3) || last.length === 2 || USUAL.has(last) || isEncodedOrNotLatin
  );
}

/** Top-level domains of more than two letters that Indian businesses use. None of them is a usual file ending. */
const USUAL = new Set(
  `com org net edu gov mil int info biz name mobi asia coop aero jobs travel museum pro tel
  app dev page blog web site website online store shop shopping tech technology cloud digital agency studio design media
  academy school college university education institute training courses coach careers
  clinic health healthcare hospital care dental doctor fitness yoga
  finance financial money fund capital insurance loans tax legal law
  properties property realty estate realestate homes house land villas builders construction
  company business enterprises solutions services consulting group global international world india
  marketing email social network support center centre club team life live today news space fun xyz top win vip
  restaurant cafe food kitchen hotel tours holiday flights events photography art fashion jewelry boutique
  foundation charity ngo ong church community`.split(/\s+/u),
);
