/** A name for people made of an API name, where there is no better one: `lead_source` and `leadSource` become "Lead Source". */
export function labelOfApiName(apiName: string): string {
  const words = apiName
    .replaceAll(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.\-/]+/u)
    .filter((word) => word !== '');
  const label = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join(' ');
  return label === '' ? apiName : label;
}
