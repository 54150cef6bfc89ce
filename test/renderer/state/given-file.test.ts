import { expect, test } from 'vitest';
import { mayLeave } from '../../../renderer/state/given-file.ts';
import type { Step } from '../../../renderer/state/step.ts';

const at = (step: Step) => ({ kind: 'import', importId: 'a', step }) as const;

test.each([
  ['home', { kind: 'home' }, true],
  ['a file that is looked at', at('file'), true],
  ['columns that are being matched', at('match'), false],
  ['rows that are being fixed', at('fix'), false],
  ['leads that are being sent', at('send'), false],
  ['a report', at('report'), true],
  [
    'a workspace form, also one opened from home',
    { kind: 'workspace', workspaceId: 'w', cameFrom: { kind: 'home' } },
    false,
  ],
] as const)(
  'a file from outside the window is shown at once in place of %s, or told of',
  (_name, place, expected) => {
    expect(mayLeave(place)).toBe(expected);
  },
);
