import { expect, test } from 'vitest';
import { ssoDetails } from './sso-details.ts';

test('what a provider had said is told apart from the rule that refused', () => {
  const details = { connection_id: '1', connection: 'Acme', code: 'token_refused', claims: { sub: 'ann' }, door: 'x' };
  expect(ssoDetails(details)).toMatchObject({
    connectionId: '1',
    code: 'token_refused',
    claims: { sub: 'ann' },
    rest: { door: 'x' },
  });
});

test('claims that were cut are still shown, as the text they are', () => {
  const { claims, rest } = ssoDetails({ claims: '{"groups":["a' });
  expect(claims).toBeUndefined();
  expect(rest).toEqual({ claims: '{"groups":["a' });
});
