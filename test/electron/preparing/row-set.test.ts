import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowSet } from '../../../electron/preparing/row-set.ts';

test('a row set holds what was put in and not taken out, in sheet order, and pages through it', () => {
  const steps = fc.array(fc.record({ row: fc.nat({ max: 3000 }), isIn: fc.boolean() }), { maxLength: 200 });
  fc.assert(
    fc.property(steps, fc.nat({ max: 80 }), fc.nat({ max: 80 }), (taken, offset, limit) => {
      const set = new RowSet();
      const model = new Set<number>();
      for (const { row, isIn } of taken) {
        if (isIn) {
          set.add(row);
          model.add(row);
        } else {
          expect(set.delete(row)).toBe(model.delete(row));
        }
        expect(set.has(row)).toBe(isIn);
      }
      const sorted = [...model].sort((one, other) => one - other);
      expect(set.size).toBe(sorted.length);
      expect(set.slice(offset, limit)).toEqual(sorted.slice(offset, offset + limit));
    }),
  );
});
