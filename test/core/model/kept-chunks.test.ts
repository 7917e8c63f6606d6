import fc from 'fast-check';
import { keptChunks } from '../../../src/core/model/kept-chunks';

const utf8 = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

test('every piece survives being encoded by itself, is no longer than allowed, and together they are the value', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('ă', '𝄞', '😀', '\uFFFE', '\uD83D', '"') }),
        fc.jsonValue(),
      ),
      fc.integer({ min: 2, max: 9 }),
      (value, most) => {
        const chunks = keptChunks(value, most);
        expect(chunks.map(utf8)).toEqual(chunks);
        expect(Math.max(...chunks.map((c) => c.length))).toBeLessThanOrEqual(most);
        expect(JSON.parse(chunks.join(''))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(chunks.join('')).not.toMatch(/[\uFFFE\uFFFF]/);
      },
    ),
  );
});
