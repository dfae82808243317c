import { expect, test } from 'vitest';
import { explainTokens } from './explain-tokens.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const LATER = NOW.getTime() / 1000 + 60;
const pair = (access: object, csrf: object) => ({ accessToken: jwt(access), csrfToken: jwt(csrf) });

test('a pair of one account that has not expired passes', () => {
  expect(() => explainTokens(pair({ user_id: 'a', exp: LATER }, { sub: 'a', exp: LATER }), NOW)).not.toThrow();
});

test('an expired token is named with its time', () => {
  const expired = pair({ user_id: 'a', exp: LATER }, { sub: 'a', exp: NOW.getTime() / 1000 });
  expect(() => explainTokens(expired, NOW)).toThrow(/^The CSRF token expired at 2026-11-20T12:00:00.000Z/);
});

test('tokens of two accounts are told apart', () => {
  expect(() => explainTokens(pair({ user_id: 'a', exp: LATER }, { sub: 'b', exp: LATER }), NOW)).toThrow(
    /different accounts/,
  );
});

test('one token pasted twice is noticed', () => {
  const token = jwt({ user_id: 'a', exp: LATER });
  expect(() => explainTokens({ accessToken: token, csrfToken: token }, NOW)).toThrow(/same text/);
});

test('what is no JWT is left to the server', () => {
  expect(() => explainTokens({ accessToken: 'opaque', csrfToken: 'other' }, NOW)).not.toThrow();
});
