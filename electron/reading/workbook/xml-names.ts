/** The number that `XmlScanner.name` has for a local name of at most four letters. */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) {
    code = (code << 8) | name.charCodeAt(index);
  }
  return code;
}
