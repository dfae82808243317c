import { expect, test } from 'vitest';
import { distinctKeys } from './distinct-keys.ts';

test('an address that stands in a list twice keeps both its lines', () => {
  const lines = distinctKeys(['ana@example.com', 'bo@example.com', 'ana@example.com'], (email) => email);
  expect(lines.map(([key]) => key)).toEqual(['ana@example.com', 'bo@example.com', 'ana@example.com (2)']);
});
