import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passwordCandidates } from './password-candidates.ts';

test('a password sent in base64 is tried first as what was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      expect(passwordCandidates(Buffer.from(typed, 'utf8').toString('base64'))[0]).toBe(typed);
    }),
  );
});

test('a plain password is always among what is tried, and at most two are', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (sent) => {
      const candidates = passwordCandidates(sent);
      expect(candidates).toContain(sent);
      expect(candidates.length).toBeLessThanOrEqual(2);
    }),
  );
});
