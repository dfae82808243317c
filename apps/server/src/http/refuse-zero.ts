import { ZodError } from 'zod';

/** The character U+0000, which PostgreSQL takes in no text; refused whatever the database is, and said where it stands. */
export function refuseZero(input: unknown): ZodError | undefined {
  const path = findZero(input);
  if (path === undefined) return undefined;
  return new ZodError([{ code: 'custom', path, message: 'must not contain the character U+0000.', input: undefined }]);
}

function findZero(input: unknown): string[] | undefined {
  if (typeof input === 'string') return input.includes('\0') ? [] : undefined;
  if (typeof input !== 'object' || input === null) return undefined;
  for (const [key, value] of Object.entries(input)) {
    const path = findZero(value);
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}
