import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../../src/files/hash/sha256';

test('the digests that FIPS 180-4 gives', () => {
  expect(sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('agrees with the platform on any bytes, also in the middle of a buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, skip) => {
      const part = bytes.subarray(Math.min(skip, bytes.length));
      expect(sha256(part)).toBe(createHash('sha256').update(part).digest('hex'));
    }),
  );
});
