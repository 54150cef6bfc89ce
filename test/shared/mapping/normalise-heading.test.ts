import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingKey, normaliseHeading } from '../../../shared/mapping/normalise-heading.ts';

test.each([
  { heading: 'Mobile No.', text: 'mobile no', ordinal: null },
  { heading: '  E-Mail   ID * ', text: 'e mail id', ordinal: null },
  { heading: 'full_name', text: 'full name', ordinal: null },
  { heading: 'leadStatus', text: 'lead status', ordinal: null },
  { heading: 'SENDER_MOBILE', text: 'sender mobile', ordinal: null },
  { heading: 'Contact\nNo.', text: 'contact no', ordinal: null },
  { heading: '\u200bPhone\u00a0Number', text: 'phone number', ordinal: null },
  { heading: 'Ｐｈｏｎｅ', text: 'phone', ordinal: null },
  { heading: 'Téléphone', text: 'telephone', ordinal: null },
  { heading: "Parent's Mobile", text: 'parents mobile', ordinal: null },
  { heading: 'मोबाइल नं.', text: 'मोबाइल नं', ordinal: null },
  { heading: 'फ़ोन', text: 'फोन', ordinal: null },
  { heading: 'Phone 2', text: 'phone', ordinal: 2 },
  { heading: 'Mobile1', text: 'mobile', ordinal: 1 },
  { heading: 'Email (3)', text: 'email', ordinal: 3 },
  { heading: 'Batch 2026', text: 'batch 2026', ordinal: null },
  { heading: '10', text: '10', ordinal: null },
  { heading: '***', text: '', ordinal: null },
  { heading: '', text: '', ordinal: null },
])('$heading becomes $text ($ordinal)', ({ heading, text, ordinal }) => {
  expect(normaliseHeading(heading)).toEqual({ text, ordinal });
});

test('making a heading comparable twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (heading) => {
      expect(headingKey(headingKey(heading))).toBe(headingKey(heading));
    }),
  );
});

test('upper and lower case are one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('abcdeé नाम_-.12')), maxLength: 20 }),
      (heading) => {
        expect(headingKey(heading.toUpperCase())).toBe(headingKey(heading));
      },
    ),
  );
});
