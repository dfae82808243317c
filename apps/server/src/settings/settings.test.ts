import { describe, expect, test } from 'vitest';
import { operatorMail } from './operator-mail.ts';
import { readSettings, SETTINGS, unknownSettings } from './settings.ts';

const SMTP = { LATCHKEY_SMTP_URL: 'smtp://mail.example.com' };
const FROM = { LATCHKEY_MAIL_FROM: 'noreply@example.com' };

describe('the settings', () => {
  test('have defaults that run on one machine', () => {
    expect(readSettings([], {})).toMatchObject({
      port: 5600,
      host: '127.0.0.1',
      dataDir: './data',
      publicUrl: undefined,
      trustedProxies: [],
    });
  });

  test('are taken from a flag before the environment, in either form', () => {
    const env = { LATCHKEY_PORT: '1', LATCHKEY_HOST: '0.0.0.0' };
    expect(readSettings(['--port', '5601'], env)).toMatchObject({ port: 5601, host: '0.0.0.0' });
    expect(readSettings(['--port=0'], env).port).toBe(0);
  });

  test('count as unset when empty', () => {
    expect(readSettings([], { LATCHKEY_PORT: '', LATCHKEY_PUBLIC_URL: '' })).toMatchObject({
      port: 5600,
      publicUrl: undefined,
    });
  });

  test.each([
    [
      'smtp://user%40example.com:p%3Ass%2F@mail.example.com:2525?tls=opportunistic&name=id.example.com',
      ['mail.example.com', 2525, 'opportunistic', 'user@example.com', 'p:ss/', 'id.example.com'],
    ],
    ['smtp://mail.example.com', ['mail.example.com', 587, 'starttls', null, null, null]],
    ['smtp://[2001:db8::1]:25?tls=none', ['2001:db8::1', 25, 'none', null, null, null]],
    ['smtps://u:p@mail.example.com', ['mail.example.com', 465, 'tls', 'u', 'p', null]],
  ])('take the mail server from one line: %s', (url, [host, port, encryption, user, password, ehloName]) => {
    expect(readSettings([], { ...FROM, LATCHKEY_SMTP_URL: url }).smtpUrl).toEqual({
      host,
      port,
      encryption,
      user,
      password,
      ehloName,
    });
  });

  test.each([
    ['Example <noreply@example.com>', 'Example', 'noreply@example.com'],
    ['"株式会社, 例" <noreply@example.com>', '株式会社, 例', 'noreply@example.com'],
    ['noreply@example.com', '', 'noreply@example.com'],
  ])('take from whom letters are: %s', (from, fromName, fromAddress) => {
    expect(readSettings([], { ...SMTP, LATCHKEY_MAIL_FROM: from }).mailFrom).toEqual({ fromName, fromAddress });
  });

  test.each([
    ['LATCHKEY_SMTP_URL', 'http://mail.example.com'],
    ['LATCHKEY_SMTP_URL', 'smtp://mail.example.com?tls=no'],
    ['LATCHKEY_SMTP_URL', 'smtp://mail.example.com?tsl=none'],
    ['LATCHKEY_SMTP_URL', 'smtp://u:hunter2%@mail.example.com'],
    ['LATCHKEY_SMTP_URL', 'smtps://u:hunter2@mail.example.com?tls=none'],
    ['LATCHKEY_MAIL_FROM', 'a@example.com, b@example.com'],
    ['LATCHKEY_MAIL_FROM', 'Example'],
  ])('refuse a mail server or sender that cannot be meant, without its password: %s=%s', (name, value) => {
    expect(() => readSettings([], { ...SMTP, ...FROM, [name]: value })).toThrow(new RegExp(`^${name} must be `));
    expect(() => readSettings([], { ...SMTP, ...FROM, [name]: value })).not.toThrow(/hunter2/);
  });

  test('have a mail server and a sender, or neither', () => {
    expect(operatorMail(readSettings([], {}))).toBeUndefined();
    expect(operatorMail(readSettings([], { ...SMTP, ...FROM }))).toMatchObject({
      host: 'mail.example.com',
      fromAddress: 'noreply@example.com',
    });
    const sentence = 'LATCHKEY_SMTP_URL and LATCHKEY_MAIL_FROM must be set together.';
    expect(() => readSettings([], SMTP)).toThrow(sentence);
    expect(() => readSettings([], FROM)).toThrow(sentence);
  });

  test('change single limits and leave the others', () => {
    const { limits } = readSettings([], { LATCHKEY_LIMITS: 'bearer=off, device-code=5/60' });
    expect(limits).toMatchObject({
      bearer: { max: 0 },
      'device-code': { max: 5, windowSeconds: 60 },
      'device-lookup': { max: 60 },
    });
  });

  test.each([
    [['--port', 'x'], {}, '--port must be a whole number from 0 to 65535.'],
    [[], { LATCHKEY_PORT: '70000' }, 'LATCHKEY_PORT must be a whole number from 0 to 65535.'],
    [
      [],
      { LATCHKEY_PUBLIC_URL: 'id.example.com' },
      'LATCHKEY_PUBLIC_URL must be an http or https address without a path.',
    ],
    [
      [],
      { LATCHKEY_PUBLIC_URL: 'https://a.example/path' },
      'LATCHKEY_PUBLIC_URL must be an http or https address without a path.',
    ],
    [
      [],
      { LATCHKEY_DATABASE_URL: 'mysql://x' },
      'LATCHKEY_DATABASE_URL must be an address that starts with postgres://.',
    ],
    [
      [],
      { LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/33' },
      'LATCHKEY_TRUSTED_PROXIES must list IP addresses, CIDR ranges or loopback.',
    ],
    [[], { LATCHKEY_INIT_PASSWORD: 'short' }, 'LATCHKEY_INIT_PASSWORD must have 8 to 30 characters.'],
    [[], { LATCHKEY_SECRET_KEY: 'short' }, 'LATCHKEY_SECRET_KEY must have at least 32 characters.'],
    [[], { LATCHKEY_LIMITS: 'nope=1/1' }, 'LATCHKEY_LIMITS names a limit that does not exist: nope.'],
    [[], { LATCHKEY_LIMITS: 'bearer=0/1' }, 'LATCHKEY_LIMITS must give bearer as events/seconds or off.'],
    [[], { LATCHKEY_LIMITS: 'bearer=1/2=3' }, 'LATCHKEY_LIMITS must give bearer as events/seconds or off.'],
    [[], { LATCHKEY_DEVICE_CLIENT_IDS: ' , ' }, 'LATCHKEY_DEVICE_CLIENT_IDS must name at least one.'],
    [[], { LATCHKEY_LOG_LEVEL: 'loud' }, 'LATCHKEY_LOG_LEVEL must be one of debug, info, warn, error, silent.'],
  ])('stop the start with one sentence that names the wrong one: %j %j', (args, env, sentence) => {
    expect(() => readSettings(args, env)).toThrow(new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  });

  test('never repeat a secret in a refusal', () => {
    expect(() => readSettings([], { LATCHKEY_SECRET_KEY: 'hunter2' })).not.toThrow(/hunter2/);
  });

  test('refuse an option that does not exist', () => {
    expect(() => readSettings(['--prot', '1'], {})).toThrow(/--prot/);
  });

  test('tell a misspelt name, which nobody would notice otherwise', () => {
    const env = { LATCHKEY_TRUSTED_PROXY: 'loopback', LATCHKEY_PORT: '1', LATCHKEY_TEST_DATABASE_URL: 'x', PATH: '/' };
    expect(unknownSettings(env)).toEqual(['LATCHKEY_TRUSTED_PROXY']);
  });

  test('are each described for the reference', () => {
    for (const { env, description } of SETTINGS) expect([env, description.length > 20]).toEqual([env, true]);
  });
});
