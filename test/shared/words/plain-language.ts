/** Words that mean something to programmers only, or promise more than is known (users.md: "Avoid"). */
const FORBIDDEN = [
  'invalid',
  'payload',
  'upsert',
  '429',
  '401',
  'null',
  'undefined',
  'regex',
  'imported',
  'success',
  'successful',
  'error',
  'batch size',
  'object Object',
  '{{',
  '}}',
];

/** The forbidden words that a sentence holds; empty when it is plain. */
export function forbiddenWords(sentence: string): string[] {
  const lower = sentence.toLowerCase();
  return FORBIDDEN.filter((word) => lower.includes(word.toLowerCase()));
}
