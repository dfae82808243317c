import { describe, expect, test } from 'vitest';
import { readSession } from './read-session.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const jwt = (exp: number) => `e30.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.x`;
const [GOOD, ALSO_GOOD, OVER] = [
  jwt(NOW.getTime() / 1000 + 60),
  jwt(NOW.getTime() / 1000 + 61),
  jwt(NOW.getTime() / 1000),
];
const read = (cookies: Record<string, string>) =>
  readSession(
    Object.entries(cookies).map(([name, value]) => ({ name, value })),
    NOW,
  );

describe('the session of a page', () => {
  test('is found under either family of names', () => {
    const expected = { kind: 'signed_in', accessToken: GOOD, csrfToken: ALSO_GOOD };
    expect(read({ access_token: GOOD, csrf_token: ALSO_GOOD })).toEqual(expected);
    expect(read({ '__Host-access_token': GOOD, '__Host-csrf_token': ALSO_GOOD })).toEqual(expected);
  });

  test('never takes one token from each family, where an older one was left behind', () => {
    expect(read({ '__Host-access_token': GOOD, csrf_token: GOOD })).toEqual({ kind: 'signed_out' });
    expect(
      read({ access_token: 'stale', '__Host-access_token': GOOD, csrf_token: 'stale', '__Host-csrf_token': ALSO_GOOD }),
    ).toEqual({ kind: 'signed_in', accessToken: GOOD, csrfToken: ALSO_GOOD });
  });

  test('that has expired but can be renewed is not called signed out', () => {
    expect(read({ refresh_token: 'r' })).toEqual({ kind: 'renewable' });
    expect(read({ access_token: OVER, csrf_token: OVER, refresh_token: 'r' })).toEqual({ kind: 'renewable' });
    expect(read({ access_token: OVER, csrf_token: OVER })).toEqual({ kind: 'signed_out' });
  });

  test('of opaque tokens is left to the server', () => {
    expect(read({ access_token: 'opaque', csrf_token: 'other' })).toMatchObject({ kind: 'signed_in' });
  });

  test('is not there without cookies', () => {
    expect(read({})).toEqual({ kind: 'signed_out' });
  });
});
