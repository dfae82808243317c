import { describe, expect, test } from 'vitest';
import { linkSecrets } from './link-secrets.ts';

const at = (address: string) => linkSecrets(new URL(address, 'https://id.example.test'));

describe('links of Dify', () => {
  test('bring an address and a token, encoded twice, which leave the address bar', () => {
    expect(at('/signin/check-code?email=ana%252Bx%2540example.com&token=t%252F1&redirect_url=%2Fdevice')).toEqual({
      kept: { email: 'ana+x@example.com', sign_in: 'email=ana%2Bx%40example.com&token=t%2F1' },
      address: '/signin/check-code?redirect_url=%2Fdevice',
    });
  });

  test('encoded once are understood as well', () => {
    expect(at('/reset-password/set-password?email=ana%2Bx%40example.com&token=t1')?.kept).toEqual({
      email: 'ana+x@example.com',
      new_password_proven: 'email=ana%2Bx%40example.com&token=t1',
    });
  });

  test('of an invitation lead to it, whichever page they name', () => {
    for (const link of ['/activate?token=i1', '/signin?invite_token=i1', '/signin/invite-settings?invite_token=i1']) {
      expect(at(link)).toEqual({ kept: { invitation: 'i1' }, address: '/activate' });
    }
  });

  test('that would have us say something are silenced', () => {
    expect(at('/signin?message=Your+account+is+locked')).toEqual({ kept: {}, address: '/signin' });
  });

  test('with a broken encoding are taken as they are', () => {
    expect(at('/activate?token=100%25')?.kept).toEqual({ invitation: '100%' });
  });
});

test('the tokens of our letters are taken from the fragment', () => {
  expect(at('/set-password#secret')).toEqual({ kept: { password_link: 'secret' }, address: '/set-password' });
  expect(at('/activate#secret')).toEqual({ kept: { invitation: 'secret' }, address: '/activate' });
});

test.each(['/', '/signin', '/signin?redirect_url=%2Faccount', '/device?token=x', '/set-password'])(
  'nothing is taken from %s',
  (address) => {
    expect(at(address)).toBeUndefined();
  },
);
