import { describe, expect, it } from 'vitest';
import { newWorkspace, workspaceSchema } from '../../../shared/catalog/workspace.ts';

describe('a workspace', () => {
  it('begins with what holds for most of our users', () => {
    expect(newWorkspace('Acme')).toMatchObject({
      apiUrl: 'https://next-api.telecrm.in',
      defaultCountry: 'IN',
      timeZone: 'Asia/Kolkata',
      identifier: 'phone',
      tokenSharing: 'not-sure',
    });
  });

  it.each([
    ['a time zone that nobody knows', { timeZone: 'Asia/Kolkatta' }],
    ['a country that is no code', { defaultCountry: 'India' }],
    ['a token', { token: 'secret' }],
    ['a share that leaves nothing', { keepFreeShare: 1 }],
  ])('does not take %s', (_name, part) => {
    expect(workspaceSchema.safeParse({ ...newWorkspace('Acme'), ...part }).success).toBe(false);
  });
});
