import { expect, test } from 'vitest';
import { newConnectionId } from './new-connection-id.ts';

test('an id is a UUID of version 7 that bears the time, and no two are the same', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  const ids = Array.from({ length: 50 }, () => newConnectionId(now));
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
  }
  expect(new Set(ids).size).toBe(50);
});
