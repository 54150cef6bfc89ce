import type { z } from 'zod';

/** What the text of one of our own files turned out to be. */
export type ParsedFile<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  /** Written by a later version of this program. */
  | { readonly kind: 'newer'; readonly version: number }
  /** `detail` is one short sentence for somebody who helps; it quotes nothing of the file but names of its parts. */
  | { readonly kind: 'unreadable'; readonly detail: string };

/** The `kind` that stands in a recipe file. Workspace files have none. */
const RECIPE_KIND = 'lead-importer-recipe';

/**
 * Reads JSON with a `version`. The version is looked at first, because what a later version means by the rest is not known
 * here, and "unknown part" would be a poor answer to a file that only needs a newer program. Only a recipe in a workspace's
 * place, or the other way round, is told before: their versions have nothing to do with each other.
 *
 * @param wanted Which of our files it should be.
 * @param newest The latest version that is known.
 * @param schemaOf The form of a version; also asked for files without one (`null`), of which it says what is wrong.
 */
export function parseVersioned<Value>(
  text: string,
  wanted: 'recipe' | 'workspace',
  newest: number,
  schemaOf: (version: number | null) => z.ZodType<Value>,
): ParsedFile<Value> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { kind: 'unreadable', detail: 'It is not JSON.' };
    }
    throw error;
  }
  const mixUp = mixUpOf(content, wanted);
  if (mixUp !== null) {
    return { kind: 'unreadable', detail: mixUp };
  }
  const version = versionOf(content);
  if (version !== null && version > newest) {
    return { kind: 'newer', version };
  }
  const parsed = schemaOf(version).safeParse(content);
  return parsed.success
    ? { kind: 'read', value: parsed.data }
    : { kind: 'unreadable', detail: describeIssue(parsed.error.issues[0]) };
}

function mixUpOf(content: unknown, wanted: 'recipe' | 'workspace'): string | null {
  if (typeof content !== 'object' || content === null) {
    return null;
  }
  const isRecipe = 'kind' in content && content.kind === RECIPE_KIND;
  if (wanted === 'workspace') {
    return isRecipe ? 'It is a recipe, not a workspace file.' : null;
  }
  const isWorkspace =
    !('kind' in content) && ['enterpriseId', 'apiUrl', 'fields'].some((part) => part in content);
  return isWorkspace ? 'It looks like a workspace file, not like a recipe.' : null;
}

function versionOf(content: unknown): number | null {
  if (typeof content !== 'object' || content === null || !('version' in content)) {
    return null;
  }
  return typeof content.version === 'number' ? content.version : null;
}

/** The first thing that is wrong, and where: `columns[2].target: is missing or of the wrong kind.` */
function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) {
    return 'Something in it is not as expected.';
  }
  const place = issue.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  const subject = place === '' ? 'The file' : place.replace(/^\./u, '').slice(0, 200);
  return `${subject}: ${wordsFor(issue)}`;
}

function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has a part that is not known: ${issue.keys.join(', ').slice(0, 200)}.`;
    case 'too_big':
      return 'is too long or too large.';
    case 'too_small':
      return 'is too short or too small.';
    case 'invalid_type':
    case 'invalid_union':
      return 'is missing or of the wrong kind.';
    case 'invalid_value':
      return `has a value that is not allowed. Allowed: ${issue.values.map(String).join(', ').slice(0, 200)}.`;
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'has a value that is not allowed.';
    case 'custom':
      // Rules of ours say in a sentence what they want; those of the library have no words.
      return issue.message.endsWith('.') ? issue.message : 'has a value that is not allowed.';
  }
}
