import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closestLabel } from '../../../shared/cleaning/closest-label.ts';
import { editDistance } from '../../../shared/cleaning/edit-distance.ts';

const STATUSES = [
  'Fresh',
  'Interested',
  'Follow Up',
  'Won',
  'Lost',
  'Hot',
  'Not Reachable',
  'Call Back',
  'Closed',
];

describe('a suggestion is what was probably meant', () => {
  test.each([
    ['FOLLOW-UP', 'Follow Up'],
    ['Followup', 'Follow Up'],
    ['Folow Up', 'Follow Up'],
    ['Follwo Up', 'Follow Up'],
    ['Intersted', 'Interested'],
    ['intrestd', 'Interested'],
    ['callback', 'Call Back'],
    ['Not Reachble', 'Not Reachable'],
    ['Fersh', 'Fresh'],
    ['Inter', 'Interested'],
    ['Call Back later', 'Call Back'],
  ])('for %j it is %j', (text, expected) => {
    expect(closestLabel(STATUSES)(text)).toBe(expected);
  });

  test('of two alike labels the nearer one is suggested, of equals the first', () => {
    expect(closestLabel(['Google Ads', 'Google'])('Gogle')).toBe('Google');
    expect(closestLabel(['Batch A', 'Batch B'])('Batch C')).toBe('Batch A');
  });
});

describe('nonsense is never suggested', () => {
  test.each([
    'Not',
    'Hat',
    'Now',
    'Cost',
    'Frosh meat',
    'Not Interested',
    'Uninterested',
    'Done',
    'Cold',
    '?',
    '',
    'x',
    '123',
  ])('for %j there is nothing', (text) => {
    expect(closestLabel(STATUSES)(text)).toBeNull();
  });

  test('no labels, nothing to suggest', () => {
    expect(closestLabel([])('Fresh')).toBeNull();
    expect(closestLabel(['', '—', '!'])('!')).toBeNull();
  });
});

test('one typing error in a label of eight or more letters is always forgiven, unless it is the first letter', () => {
  const labels = ['Interested', 'Application sent', 'रजिस्ट्रेशन पूरा'];
  const suggest = closestLabel(labels);
  fc.assert(
    fc.property(fc.constantFrom(...labels), fc.integer({ min: 1, max: 7 }), (label, place) => {
      expect(suggest(label.slice(0, place) + label.slice(place + 1))).toBe(label);
      expect(suggest(`${label.slice(0, place)}q${label.slice(place)}`)).toBe(label);
    }),
  );
});

test('what is told apart at a glance is never what would have been suggested', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'A', ' ', '-', 'é', '1', '2'),
    maxLength: 14,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (labels, asked) => {
      const alone = labels.filter((label) => closestLabel([label])(asked) !== null);
      const suggested = closestLabel(labels)(asked);
      expect(suggested === null).toBe(alone.length === 0);
      expect(suggested === null || alone.includes(suggested)).toBe(true);
    }),
  );
});

test('of many labels that begin alike the nearest is found, as if each had been compared alone', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2'), maxLength: 8 });
  const beginning = fc.constantFrom('course', 'courses', 'coarse', 'c');
  const label = fc.tuple(beginning, word).map(([start, end]) => `${start}${end}`);
  fc.assert(
    fc.property(fc.uniqueArray(label, { maxLength: 40 }), label, (labels, asked) => {
      const ranked = labels
        .map((each, order) => ({ each, order, distance: distanceOf(asked, each) }))
        .filter(({ distance }) => distance < Infinity)
        .toSorted((left, right) => left.distance - right.distance || left.order - right.order);
      expect(closestLabel(labels)(asked)).toBe(ranked[0]?.each ?? null);
    }),
    { numRuns: 2_000 },
  );
});

/** What the rules of suggestions say about two texts in small letters, without any short cut. */
function distanceOf(text: string, label: string): number {
  const shorter = Math.min(text.length, label.length);
  const allowed = shorter < 4 ? 0 : Math.min(3, Math.floor(shorter / 4));
  const errors = editDistance(text, label, 99);
  const isBeginning = shorter >= 4 && (label.startsWith(text) || text.startsWith(label));
  return Math.min(errors <= allowed ? errors : Infinity, isBeginning && errors > 0 ? 1.5 : Infinity);
}
