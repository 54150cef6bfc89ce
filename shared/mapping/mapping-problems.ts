import { findField, type Catalog } from '../catalog/field.ts';
import type { RecipeFailure } from '../failure.ts';
import type { Mapping } from './mapping.ts';

/**
 * What keeps a mapping from being used, in the order in which it should be put right: fields that the workspace does not
 * have, fields that several columns feed, and the identifier that none feeds. Empty when nothing does.
 */
export function mappingProblems(mapping: Mapping, catalog: Catalog): readonly RecipeFailure[] {
  const apiNames = mapping.columns.flatMap(({ target }) => (target.kind === 'field' ? [target.apiName] : []));
  const distinct = [...new Set(apiNames)];
  const unknown = distinct.filter((apiName) => findField(catalog, apiName) === undefined);
  const repeated = distinct.filter((apiName) => apiNames.indexOf(apiName) !== apiNames.lastIndexOf(apiName));
  const problems: RecipeFailure[] = [
    ...unknown.map((apiName): RecipeFailure => ({ kind: 'field-not-in-workspace', apiName })),
    ...repeated.map((apiName): RecipeFailure => ({
      kind: 'field-matched-twice',
      label: labelOf(catalog, apiName),
    })),
  ];
  if (!apiNames.includes(catalog.identifier)) {
    problems.push({ kind: 'identifier-not-matched', label: labelOf(catalog, catalog.identifier) });
  }
  return problems;
}

function labelOf(catalog: Catalog, apiName: string): string {
  return findField(catalog, apiName)?.label ?? apiName;
}
