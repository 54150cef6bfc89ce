import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_FIELDS } from '../../../shared/catalog/standard-fields.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { NO_EDITS } from '../../../shared/cleaning/cleaned-row.ts';
import { compilePlan } from '../../../shared/cleaning/compile-plan.ts';
import { matchLabel } from '../../../shared/cleaning/match-label.ts';
import { planSchema, type Answer, type Decision, type Plan } from '../../../shared/cleaning/plan.ts';
import { settleTags, tagGroup } from '../../../shared/cleaning/settle-tags.ts';
import { applyRecipe } from '../../../shared/mapping/apply-recipe.ts';
import { mappingSchema } from '../../../shared/mapping/mapping.ts';
import { recipeFrom } from '../../../shared/mapping/recipe-from.ts';

const GROUP = tagGroup(1, null);
const ANSWERING = { groups: [GROUP], match: matchLabel(['Flat', 'Plot']) };

function answers(of: Readonly<Record<string, Answer>>): ReadonlyMap<string, Answer> {
  return new Map(Object.entries(of).map(([tag, answer]) => [`${GROUP}${tag}`, answer]));
}

const instead = (text: string): Answer => ({ kind: 'use-instead', text });

describe('the answers for single tags', () => {
  it.each<[string, readonly string[], Readonly<Record<string, Answer>>, readonly string[], boolean]>([
    ['none is given', ['Flat', 'Junk'], {}, ['Flat', 'Junk'], false],
    ['another spelling of the list', ['Plotz'], { Plotz: instead(' plot ') }, ['Plot'], false],
    ['a tag that is there already', ['Plot', 'Plotz'], { Plotz: instead('PLOT') }, ['Plot'], false],
    ['nothing', ['Junk', 'Flat'], { Junk: { kind: 'leave-out' } }, ['Flat'], false],
    ['an empty text', ['Junk'], { Junk: instead(' ') }, [], false],
    ['no lead', ['Junk', 'Flat'], { Junk: { kind: 'skip-rows' } }, ['Junk', 'Flat'], true],
    ['a tag that has an answer itself', ['a'], { a: instead('b'), b: instead('c') }, ['b'], false],
    ['what is meant for labels alone', ['a'], { a: { kind: 'add-option' } }, ['a'], false],
    ['another case', ['junk'], { Junk: { kind: 'leave-out' } }, ['junk'], false],
  ])('lead to what was asked for: %s', (_what, tags, of, sent, isSkipped) => {
    expect(settleTags(tags, ANSWERING, answers(of))).toEqual({ tags: sent, isSkipped });
  });

  it('never leave a tag twice, and never an empty one', () => {
    const tag = fc.constantFrom('a', 'A', 'b', ' ', 'Flat', 'flat');
    const answer = fc.option(fc.oneof(tag.map(instead), fc.constant<Answer>({ kind: 'leave-out' })));
    fc.assert(
      fc.property(fc.array(tag), fc.dictionary(tag, answer), (tags, given) => {
        const of = Object.fromEntries(
          Object.entries(given).flatMap(([key, one]) => (one === null ? [] : [[key, one]])),
        );
        const sent = settleTags(
          tags.filter((one) => one !== ' '),
          ANSWERING,
          answers(of),
        ).tags;
        expect(new Set(sent.map((one) => one.toLowerCase())).size).toBe(sent.length);
        expect(sent).not.toContain('');
      }),
    );
  });

  it('are in a recipe, and make the same lead of another file', () => {
    const decisions: readonly Decision[] = [{ groupId: `${GROUP}Plotz`, answer: instead('Plot') }];
    const recipe = recipeFrom(planWith(['phone', 'tags'], []).mapping, decisions, 'Fair');
    const columns = ['Tags', 'Phone'].map((heading, index) => ({ index, heading }));
    const plan = planWith(['phone', 'tags'], decisions);
    const applied = applyRecipe(recipe, columns, plan);
    expect(applied.ok).toBe(true);
    const other = applied.ok
      ? { ...plan, mapping: applied.value.mapping, decisions: applied.value.decisions }
      : plan;
    const here = compilePlan(plan)(['9820417365', 'Flat, Plotz'], NO_EDITS);
    const there = compilePlan(other)(['Flat, Plotz', '9820417365'], NO_EDITS);
    expect(here.fields).toEqual({ phone: '919820417365', tags: ['Flat', 'Plot'] });
    expect(there.fields).toEqual(here.fields);
  });
});

function planWith(apiNames: readonly string[], decisions: readonly Decision[]): Plan {
  const { defaultCountry, timeZone, identifier } = newWorkspace('Acme');
  const tags = {
    apiName: 'tags',
    label: 'Tags',
    type: 'tags',
    options: ['Flat', 'Plot'],
    trustValues: false,
  };
  return planSchema.parse({
    version: 1,
    fields: [...STANDARD_FIELDS, tags],
    identifier,
    defaultCountry,
    timeZone,
    mapping: mappingSchema.parse({
      duplicates: 'last-wins',
      columns: apiNames.map((apiName, columnIndex) => ({
        columnIndex,
        heading: apiName,
        target: { kind: 'field', apiName },
        origin: 'chosen',
        choices: {},
      })),
    }),
    decisions,
    undecided: 'wait',
  });
}
