/**
 * Whether text from the clipboard may be cells that were copied in a spreadsheet program: a tab between two of them, or at
 * least two lines, which is what a single column makes.
 */
export function hasCells(text: string): boolean {
  if (text.trim() === '') {
    return false;
  }
  return text.includes('\t') || /\S[^\n\r]*[\n\r]\s*\S/u.test(text);
}
