import { expect, test } from 'vitest';
import { DIFY_PERSON, startDify } from '../testing/start-dify.ts';
import { connect } from './connect.ts';
import type { ConnectOptions } from './connect-options.ts';
import { initialize } from './initialize.ts';

const { email, password } = DIFY_PERSON;
const env = {};
const TOKENS = { authMethod: 'AccessToken', accessToken: 'a', csrfToken: 'b' };

test.each<[ConnectOptions, string, string]>([
  [
    { authMethod: 'Token' },
    'invalid_auth_method',
    "Invalid value for AuthMethod. Must be 'Password', 'Code', or 'AccessToken'.",
  ],
  [{ password }, 'email_required', 'Email is required for password authentication'],
  [{ authMethod: 'code' }, 'email_required', 'Email is required for code authentication'],
  [{ email }, 'password_required', 'Password is required for password authentication'],
  [{ authMethod: 'Code', email }, 'code_required', `The code sent to ${email} is required for code authentication`],
  [{ authMethod: 'accesstoken' }, 'access_token_required', 'AccessToken is required for access token authentication'],
  [
    { authMethod: 'AccessToken', accessToken: 'a' },
    'csrf_token_required',
    'CSRFToken is required for access token authentication',
  ],
  [{ ...TOKENS }, 'profile_failed', 'Failed to obtain profile: Invalid token.'],
  [{ server: 'ftp://dify.example.com' }, 'invalid_server', 'ftp://dify.example.com is not an http or https address.'],
  [
    { server: 'https://ann:secret@dify.example.com/x' },
    'invalid_server',
    'Only a host and a path make the address of a server: https://dify.example.com',
  ],
])('%j is refused as %s', async (options, code, message) => {
  await using dify = await startDify('1.14.2');

  await expect(connect({ server: dify.url, env, ...options })).rejects.toMatchObject({ code, message });
});

test('tokens are refused for a server that is too old for them', async () => {
  await using dify = await startDify('1.9.1');

  await expect(connect({ server: dify.url, env, ...TOKENS })).rejects.toMatchObject({
    code: 'unsupported_version',
    message: 'AccessToken authentication requires Dify 1.9.2 or later',
  });
});

test('a version that is none is refused before anything is sent that is secret', async () => {
  await using dify = await startDify('1.14.2', { version: 'main' });

  await expect(connect({ server: dify.url, email, password, env })).rejects.toMatchObject({
    code: 'invalid_version',
    message: 'Invalid version format: main',
  });
  expect(dify.asked).toEqual(['GET /system-features']);
});

const NO_WORKSPACE = { result: 'fail', data: 'workspace not found' };

test.each<[string, string, object, ConnectOptions, string, (url: string) => string]>([
  [
    'the features',
    'GET /system-features',
    { status: 500, body: { code: 'unknown', message: 'Internal Server Error' } },
    { email, password },
    'system_features_failed',
    () => 'Failed to obtain system features: Internal Server Error',
  ],
  [
    'the password',
    'POST /login',
    { status: 401, body: { code: 'authentication_failed', message: 'Invalid email or password.', status: 401 } },
    { email, password },
    'login_failed',
    (url) => `Failed to login to Dify on ${url}: Invalid email or password.`,
  ],
  [
    'an account without a workspace',
    'POST /login',
    { body: NO_WORKSPACE },
    { email, password },
    'unexpected_answer',
    () => `Unexpected response while attempting login by email and password: ${JSON.stringify(NO_WORKSPACE)}`,
  ],
  [
    'a session that it then does not give',
    'POST /login',
    { body: { result: 'success', data: { access_token: 'hidden' } } },
    { email, password },
    'unexpected_answer',
    () => 'Unexpected response while attempting login by email and password: it holds no session.',
  ],
  [
    'a letter',
    'POST /email-code-login',
    { status: 429, body: { code: 'email_code_login_rate_limit_exceeded', message: 'Too many login emails.' } },
    { authMethod: 'Code', email, code: '1' },
    'code_request_failed',
    (url) => `Failed to request the code to Dify on ${url}: Too many login emails.`,
  ],
  [
    'a letter that was not sent',
    'POST /email-code-login',
    { body: { result: 'fail', message: 'No mail server.' } },
    { authMethod: 'Code', email, code: '1' },
    'code_not_sent',
    (url) => `Failed to request the code to Dify on ${url}: No mail server.`,
  ],
  [
    'a code',
    'POST /email-code-login/validity',
    { status: 400, body: { code: 'email_code_error', message: 'Email code is invalid or expired.' } },
    { authMethod: 'Code', email, code: '1' },
    'login_failed',
    (url) => `Failed to login to Dify on ${url}: Email code is invalid or expired.`,
  ],
  [
    'a redirection',
    'POST /login',
    { status: 307, headers: { location: 'https://elsewhere.example.com/' }, body: '' },
    { email, password },
    'server_redirects',
    (url) => `${new URL(url).host} redirects to https://elsewhere.example.com/. Use that address.`,
  ],
])('what a server says of %s is told in its words', async (_, line, answer, options, code, message) => {
  await using dify = await startDify('1.14.2');
  dify.answer(line, { body: undefined, ...answer });

  await expect(connect({ server: dify.url, env, ...options })).rejects.toMatchObject({
    code,
    message: message(dify.url),
  });
});

test('a refusal carries the server’s own code and status for scripts', async () => {
  await using dify = await startDify('1.14.2');

  await expect(connect({ server: dify.url, email, password: 'wrong', env })).rejects.toMatchObject({
    status: 401,
    serverCode: 'authentication_failed',
  });
});

test('an address that is no Dify is refused with what was found', async () => {
  const at = (status: number, text: string) =>
    connect({
      server: 'http://x.example.com',
      ...{ email, password, env },
      transport: async () => ({ status, header: () => undefined, cookies: [], text }),
    });

  await expect(at(200, '<html>')).rejects.toMatchObject({
    code: 'system_features_failed',
    message: expect.stringContaining('Is this the address of a Dify console?'),
  });
  await expect(at(502, '<html><h1>502 Bad Gateway</h1></html>')).rejects.toMatchObject({
    message: 'Failed to obtain system features: 502 Bad Gateway',
  });
  await expect(at(200, '{}')).rejects.toMatchObject({
    message: 'Failed to obtain system features: the server names no version.',
  });
});

test('setting up the server that is meant by default is refused', async () => {
  await expect(initialize({ email, password, env })).rejects.toMatchObject({
    code: 'server_required',
    message: 'Server URL is required',
  });
});
