/** A piece of a sentence: plain text, or text inside a mark such as `<rows>9,812 rows</rows>`. */
export type SentencePiece = {
  /** Name of the mark; `null` for plain text. */
  readonly mark: string | null;
  readonly text: string;
};

/** Private-use characters, which no keyboard types; they stand for a value while marks are looked for. */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';

/** Stands in for the value called `name` until the sentence was taken apart. */
export function valuePlace(name: string): string {
  return OPEN + name + CLOSE;
}

/**
 * Takes a sentence with marks apart and puts the values in their places, in this order, so that a value is text whatever
 * it holds: a file may be called `<b>{{count}}.csv`. Marks do not nest; what is not a whole mark is plain text.
 */
export function takeApart(sentence: string, values: ReadonlyMap<string, string>): readonly SentencePiece[] {
  const pieces: SentencePiece[] = [];
  let end = 0;
  for (const match of sentence.matchAll(/<([a-z]+)>(.*?)<\/\1>/gu)) {
    const [whole, mark = '', inside = ''] = match;
    pieces.push({ mark: null, text: withValues(sentence.slice(end, match.index), values) });
    pieces.push({ mark, text: withValues(inside, values) });
    end = match.index + whole.length;
  }
  pieces.push({ mark: null, text: withValues(sentence.slice(end), values) });
  return pieces.filter(({ text }) => text !== '');
}

function withValues(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\u{E000}(.*?)\u{E001}/gu, (_place, name: string) => values.get(name) ?? '');
}
