import { describe, expect, test } from 'vitest';
import { draftOf, isPort, settingsOf, withEncryption } from './mail-draft.ts';

describe('the form of the mail server', () => {
  const draft = draftOf(null);

  test('another encryption brings its usual port along', () => {
    expect(withEncryption(draft, 'tls')).toMatchObject({ encryption: 'tls', port: '465' });
    expect(withEncryption(withEncryption(draft, 'tls'), 'starttls').port).toBe('587');
  });

  test('an unusual port stays', () => {
    expect(withEncryption({ ...draft, port: '1025' }, 'none').port).toBe('1025');
  });

  test('a password that is not typed stays with the server', () => {
    expect(settingsOf(draft)).not.toHaveProperty('password');
    expect(settingsOf({ ...draft, password: 'secret' }).password).toBe('secret');
  });

  test('nobody signs in where no user is named', () => {
    expect(settingsOf({ ...draft, user: '  ' }).user).toBeNull();
  });

  test.each([
    ['25', true],
    ['65535', true],
    ['0', false],
    ['65536', false],
    ['smtp', false],
    ['', false],
  ])('%j is a port: %s', (text, is) => {
    expect(isPort(text)).toBe(is);
  });
});
