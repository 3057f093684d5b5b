import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packColumn, unpackColumn } from '../../../src/site/search/register/pack-column.ts';

it('keeps the values in both scripts and the number of every text', () => {
  const value = fc.tuple(fc.string(), fc.string());
  fc.assert(
    fc.property(fc.array(value), fc.array(fc.nat()), (values, numbers) => {
      const column = unpackColumn(packColumn({ values, numbers }));
      expect(column.values).toEqual(values);
      expect(Array.from(column.numbers)).toEqual(numbers);
    }),
  );
});
