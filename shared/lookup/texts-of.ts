/** Under these names Telecrm, and others in its place, put what a value is called when they wrap it in an object. */
const NAMES = ['label', 'value', 'name', 'displayName', 'email', 'emailId', 'url', 'number', 'amount', 'id'];

/**
 * Every text as which a value in Telecrm's answer may be meant: the value itself, what an object calls it, the members of a
 * list. Empty for nothing (absent, `null`, an empty text or list).
 */
export function textsOf(json: unknown): readonly string[] {
  if (typeof json === 'string') {
    return json.trim() === '' ? [] : [json.trim()];
  }
  if (typeof json === 'number' || typeof json === 'boolean') {
    return [String(json)];
  }
  if (Array.isArray(json)) {
    return json.flatMap(textsOf);
  }
  return typeof json === 'object' && json !== null
    ? NAMES.flatMap((name) => (Object.hasOwn(json, name) ? textsOf(Reflect.get(json, name)) : []))
    : [];
}

/** The one text that a person would call a value: the first of each member of a list, or of the value itself. */
export function mainTextsOf(json: unknown): readonly string[] {
  return (Array.isArray(json) ? json : [json]).flatMap((item: unknown) => textsOf(item).slice(0, 1));
}
