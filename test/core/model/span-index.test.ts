import fc from 'fast-check';
import { spanIndex } from '../../../src/core/model/span-index';

test('an index lies in the spans as one looks through them all, however they overlap', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(9)).map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const before = structuredClone(spans);
      const within = spanIndex(spans);
      for (let i = 0; i < 72; i++) expect(within(i)).toBe(spans.some((s) => i >= s.from && i <= s.to));
      expect(spans).toEqual(before);
    }),
  );
});
