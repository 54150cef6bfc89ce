import { expect, test } from 'vitest';
import { Turns } from '../../../electron/imports/turns.ts';

test('no more than so many run at once, and the others come in their order', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((number) =>
    turns.take(
      () =>
        new Promise<number>((resolve) => {
          begun.push(number);
          ends.push(() => {
            resolve(number);
          });
        }),
    ),
  );
  expect(begun).toEqual([0, 1]);
  ends[1]?.();
  expect(await all[1]).toBe(1);
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.();
  ends[2]?.();
  await all[0];
  await all[2];
  ends[3]?.();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

test('a turn that ends badly passes on as well', async () => {
  const turns = new Turns(1);
  const bad = turns.take(() => Promise.reject(new Error('disk')));
  const good = turns.take(() => Promise.resolve('done'));
  await expect(bad).rejects.toThrow('disk');
  expect(await good).toBe('done');
});
