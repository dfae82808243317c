import { describe, expect, test } from 'vitest';
import { explainTokens } from './explain-tokens.ts';
import { readPastedTokens } from './pasted-tokens.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const LATER = NOW.getTime() / 1000 + 60;
const ACCESS = { user_id: 'a', sub: 'Console API Passport', exp: LATER };
const CSRF = { sub: 'a', exp: LATER };
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const explain = (access: object, csrf: object) => () =>
  explainTokens({ accessToken: jwt(access), csrfToken: jwt(csrf) }, NOW);

describe('a pasted pair of tokens', () => {
  test('of one account that has not expired passes', () => {
    expect(explain(ACCESS, CSRF)).not.toThrow();
  });

  test('of which one has expired at this very instant is named with its time', () => {
    expect(explain(ACCESS, { ...CSRF, exp: NOW.getTime() / 1000 })).toThrow(
      /^The CSRF token expired at 2026-11-20T12:00:00.000Z/,
    );
  });

  test.each([
    ['of two accounts', ACCESS, { ...CSRF, sub: 'b' }, /different accounts/],
    ['of two sign-ins', { ...ACCESS, sid: 'x' }, { ...CSRF, sid: 'y' }, /different sign-ins/],
    ['in each other’s place', CSRF, ACCESS, /The CSRF token is an access token/],
    ['of two CSRF tokens', { ...CSRF, exp: LATER + 1 }, CSRF, /may be a CSRF token/],
    ['of one text', CSRF, CSRF, /same text/],
  ])('%s is told apart', (_, access, csrf, message) => {
    expect(explain(access, csrf)).toThrow(message);
  });

  test('that is no JWT is left to the server', () => {
    expect(() => explainTokens({ accessToken: 'opaque', csrfToken: 'other' }, NOW)).not.toThrow();
  });

  test.each(['two words', 'a;b', 'a,b', ''])('with %j in it was cut from the wrong text', (token) => {
    expect(() => explainTokens({ accessToken: token, csrfToken: 'other' }, NOW)).toThrow(
      /characters that no token has/,
    );
  });
});

describe('tokens that were copied with the names of their cookies', () => {
  test('lose them', () => {
    const tokens = { accessToken: 'a.b.c', csrfToken: 'd.e.f' };
    expect(readPastedTokens('__Host-access_token=a.b.c;', ' __Host-csrf_token: d.e.f ')).toEqual(tokens);
    expect(readPastedTokens('a.b.c', 'csrf_token=d.e.f')).toEqual(tokens);
  });

  test('of two families, or in the wrong place, are refused', () => {
    expect(() => readPastedTokens('__Host-access_token=a', 'csrf_token=b')).toThrow(/__Host- in its name/);
    expect(() => readPastedTokens('csrf_token=a', 'access_token=b')).toThrow(/a place of its own/);
    expect(() => readPastedTokens('refresh_token=a', 'csrf_token=b')).toThrow(/a place of its own/);
  });
});
