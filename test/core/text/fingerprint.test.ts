import fc from 'fast-check';
import { fingerprint } from '../../../src/core/text/fingerprint';

test('16 hex digits, the same for the same text, another for a changed one', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(fingerprint(a)).toMatch(/^[0-9a-f]{16}$/);
      expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
    }),
  );
});
