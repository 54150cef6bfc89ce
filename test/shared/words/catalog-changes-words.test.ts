import { describe, expect, it } from 'vitest';
import type { CatalogChanges } from '../../../shared/catalog/catalog-changes.ts';
import { catalogChangesWords } from '../../../shared/words/catalog-changes-words.ts';
import { makeWords } from '../../../shared/words/make-words.ts';

const { say } = makeWords('en');
const NOTHING_NEW: CatalogChanges = {
  added: [],
  changed: [],
  notInTelecrm: [],
  notes: [],
  fieldCount: 2,
  actionCount: 1,
  memberCount: 3,
};
const missing = (apiName: string): CatalogChanges['notInTelecrm'][number] => ({
  kind: 'field',
  label: `My ${apiName}`,
  apiName,
  closest: null,
});

describe('what a refresh came to', () => {
  it('counts what Telecrm lists, and only the parts that were read', () => {
    expect(catalogChangesWords(say, NOTHING_NEW)).toEqual({
      sentence:
        'Telecrm lists 2 fields, 1 action and 3 team members. Nothing has changed since the last time.',
      remarks: [],
    });
    const { sentence } = catalogChangesWords(say, { ...NOTHING_NEW, fieldCount: 1, memberCount: null });
    expect(sentence).toContain('Telecrm lists 1 field and 1 action.');
    const alone = { ...NOTHING_NEW, actionCount: null, memberCount: null };
    expect(catalogChangesWords(say, alone).sentence).toContain('Telecrm lists 2 fields.');
  });

  it('says that nothing has changed only where there is nothing to look at', () => {
    const gone = { ...NOTHING_NEW, fieldCount: 0, notInTelecrm: [missing('city')] };
    const { sentence, remarks } = catalogChangesWords(say, gone);
    expect(sentence).toBe('Telecrm lists 0 fields, 1 action and 3 team members.');
    expect(remarks).toEqual(['My city (city) is not in Telecrm. Its values would vanish.']);
    const notes = [{ kind: 'name-twice', apiName: 'city' }] as const;
    expect(catalogChangesWords(say, { ...NOTHING_NEW, notes }).sentence).not.toContain('Nothing');
  });

  it('names the first of many and counts the rest', () => {
    const many = Array.from({ length: 998 }, (_unused, index) => `f${index}`);
    const { sentence, remarks } = catalogChangesWords(say, {
      ...NOTHING_NEW,
      added: many,
      notInTelecrm: many.map(missing),
    });
    expect(sentence).toContain('New: f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 and 988 more.');
    expect(remarks).toHaveLength(9);
    expect(remarks.at(-1)).toBe('And 990 more.');
    const notes = [{ kind: 'part-unreadable', part: 'team', status: null }] as const;
    const both = catalogChangesWords(say, { ...NOTHING_NEW, notInTelecrm: many.map(missing), notes });
    expect(both.remarks.slice(-2)).toEqual([expect.stringContaining('team members'), 'And 990 more.']);
  });
});
