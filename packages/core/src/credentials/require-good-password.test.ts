import { describe, expect, test } from 'vitest';
import { isMostlyContext, requireGoodPassword } from './require-good-password.ts';

const ANN = { email: 'ann.miller@example.com', name: 'Ann Miller' };
type Rules = Parameters<typeof requireGoodPassword>[0]['rules'];

function judge(password: string, minLength = 8, common: readonly string[] = []): Promise<void> {
  // A boundary: of the rules only these two are read.
  const rules = { passwordMinLength: minLength, organisation: 'Analytical Engines' } as Rules;
  const commonPasswords = { has: async (text: string) => common.includes(text) };
  return requireGoodPassword({ rules, commonPasswords }, password, ANN);
}

describe('a new password', () => {
  test('needs no letters, digits or signs, but its length', async () => {
    await expect(judge('        ')).resolves.toBeUndefined();
    await expect(judge('12345 67')).resolves.toBeUndefined();
    await expect(judge('1234567')).rejects.toMatchObject({ code: 'password_too_short' });
    await expect(judge('twelve chars', 15)).rejects.toThrow('Use at least 15 characters.');
  });

  test('is counted in characters as a person sees them, not in bytes', async () => {
    await expect(judge('🦉🦉🦉🦉🦉🦉🦉🦉')).resolves.toBeUndefined();
    await expect(judge('🦉🦉🦉🦉')).rejects.toMatchObject({ code: 'password_too_short' });
  });

  test('is none of those that are guessed first', async () => {
    await expect(judge('correct horse', 8, ['correct horse'])).rejects.toMatchObject({ code: 'password_too_common' });
  });

  test.each(['annmiller1', 'Miller2026', 'analyticalengines', 'ENGINES-1', 'example99', 'latchkey1'])(
    'is not made of what everybody knows: %s',
    async (password) => {
      await expect(judge(password)).rejects.toMatchObject({ code: 'password_too_common' });
    },
  );

  test('may contain a known word when enough else is in it', () => {
    expect(isMostlyContext('miller rides at noon', { ...ANN, organisation: '' })).toBe(false);
    expect(isMostlyContext('violet harbour', { ...ANN, organisation: '' })).toBe(false);
  });
});
