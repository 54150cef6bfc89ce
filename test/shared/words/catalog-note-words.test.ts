import { expect, it } from 'vitest';
import type { CatalogNote } from '../../../shared/catalog/catalog-note.ts';
import { catalogNoteWords } from '../../../shared/words/catalog-note-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';

/** One note of every kind; a kind without a sample does not compile. */
const SAMPLES: { readonly [Kind in CatalogNote['kind']]: Extract<CatalogNote, { kind: Kind }> } = {
  'part-unreadable': { kind: 'part-unreadable', part: 'team', status: 404 },
  'entries-unreadable': { kind: 'entries-unreadable', part: 'fields', count: 2, all: 4 },
  'list-cut': { kind: 'list-cut', part: 'actions', kept: 500 },
  'name-twice': { kind: 'name-twice', apiName: 'city' },
  'type-unknown': { kind: 'type-unknown', typeName: 'VIDEO', apiName: 'tour', action: 'Visit' },
  'no-room': { kind: 'no-room', apiName: 'city' },
  'action-fields-left-out': { kind: 'action-fields-left-out', action: 'ACTION_1', count: 1 },
  'labels-left-out': { kind: 'labels-left-out', apiName: 'course', count: 1_200 },
  'action-code-unknown': { kind: 'action-code-unknown', code: 'ACTION_VISIT' },
  'identifier-unknown': { kind: 'identifier-unknown', fieldId: '64f0' },
  'identifier-odd': { kind: 'identifier-odd', apiName: 'score' },
};

const { say } = makeWords('en');

it.each(Object.values(SAMPLES))('$kind is a whole sentence that names what it is about', (note) => {
  const words = catalogNoteWords(say, note);
  expect(words).toMatch(/^[\p{L}\d].*\.$/u);
  expect(words).not.toContain('{{');
  expect(words).not.toContain('undefined');
});

it('says what stays, what is left out, and of which field', () => {
  expect(catalogNoteWords(say, SAMPLES['part-unreadable'])).toBe(
    'Telecrm could not tell about the team members (it answered 404), so what is here stays.',
  );
  expect(catalogNoteWords(say, SAMPLES['labels-left-out'])).toContain('1,200 options of course');
  expect(catalogNoteWords(say, SAMPLES['type-unknown'])).toContain('tour of Visit');
});
