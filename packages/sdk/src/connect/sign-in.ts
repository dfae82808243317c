import type { AskedVersion } from './ask-version.ts';
import { ConnectError } from './connect-error.ts';
import type { ConnectOptions, Resolved } from './connect-options.ts';
import { type Credentials, receiveCredentials } from './credentials.ts';
import { encodeBase64 } from './encode-base64.ts';
import { explainTokens } from './explain-tokens.ts';
import { readPastedTokens } from './pasted-tokens.ts';
import type { ServerVersion } from './server-version.ts';
import type { HttpAnswer, Transport } from './transport.ts';
import { addressOf, isOk, readObject, refusal, send } from './wire-call.ts';

interface SignIn {
  readonly resolved: Resolved;
  readonly options: ConnectOptions;
  readonly version: AskedVersion;
  readonly transport: Transport;
  readonly now: () => Date;
}

/**
 * Signs in by the method that was asked for.
 *
 * @throws {ConnectError} `email_required`, `password_required`, `code_required`, `access_token_required`,
 *   `csrf_token_required`, `unsupported_version`, `token_expired`, `token_mismatch`, `login_failed`,
 *   `code_request_failed`, `code_not_sent`, `unexpected_answer`
 */
export function signIn(signIn: SignIn): Promise<Credentials> {
  switch (signIn.resolved.authMethod) {
    case 'Password':
      return byPassword(signIn);
    case 'Code':
      return byCode(signIn);
    case 'AccessToken':
      return byTokens(signIn);
  }
}

async function byPassword(signIn: SignIn): Promise<Credentials> {
  const { resolved, options, version } = signIn;
  const email = requireEmail(resolved);
  const password = resolved.password?.reveal() ?? (await options.askPassword?.(email));
  if (password === undefined || password === '') {
    throw new ConnectError('password_required', 'Password is required for password authentication');
  }
  const sent = version.encodesSecrets ? encodeBase64(password) : password;
  const body = { email, password: sent, language: 'en-US', remember_me: false };
  const answer = await post(signIn, '/console/api/login', body);
  if (!isOk(answer)) throw refusal('login_failed', `Failed to login to Dify on ${resolved.server}`, answer);
  return credentialsFrom(answer, version, 'email and password');
}

async function byCode(signIn: SignIn): Promise<Credentials> {
  const { resolved, options, version } = signIn;
  const email = requireEmail(resolved);
  const missing = new ConnectError('code_required', `The code sent to ${email} is required for code authentication`);
  // No letter for nobody: without somebody to ask, its code would reach no one.
  if (nonEmpty(options.code) === undefined && options.askCode === undefined) throw missing;
  const token = nonEmpty(options.token) ?? (await requestCode(signIn, email));
  const code = nonEmpty(options.code) ?? (await options.askCode?.(email));
  if (code === undefined || code.trim() === '') throw missing;
  const sent = version.encodesSecrets ? encodeBase64(code.trim()) : code.trim();
  const answer = await post(signIn, '/console/api/email-code-login/validity', { email, code: sent, token });
  if (!isOk(answer)) throw refusal('login_failed', `Failed to login to Dify on ${resolved.server}`, answer);
  return credentialsFrom(answer, version, 'email and code');
}

async function requestCode(signIn: SignIn, email: string): Promise<string> {
  const answer = await post(signIn, '/console/api/email-code-login', { email, language: 'en-US' });
  const what = `Failed to request the code to Dify on ${signIn.resolved.server}`;
  if (!isOk(answer)) throw refusal('code_request_failed', what, answer);
  const body = readObject(answer.text);
  if (body?.result !== 'success' || typeof body.data !== 'string') throw refusal('code_not_sent', what, answer);
  return body.data;
}

async function byTokens({ resolved, version, now }: SignIn): Promise<Credentials> {
  if (!version.hasCookies) {
    throw new ConnectError('unsupported_version', 'AccessToken authentication requires Dify 1.9.2 or later');
  }
  const [access, csrf] = [resolved.accessToken?.reveal(), resolved.csrfToken?.reveal()];
  if (access === undefined) {
    throw new ConnectError('access_token_required', 'AccessToken is required for access token authentication');
  }
  if (csrf === undefined) {
    throw new ConnectError('csrf_token_required', 'CSRFToken is required for access token authentication');
  }
  const pasted = readPastedTokens(access, csrf);
  // A token expires by the server's clock, whatever time it is here.
  explainTokens(pasted, version.askedAt ?? now());
  const { accessToken, csrfToken } = pasted;
  return {
    kind: 'cookies',
    cookies: { family: 'both', access: accessToken, csrf: csrfToken, refresh: undefined },
  };
}

function credentialsFrom(answer: HttpAnswer, version: ServerVersion, by: string): Credentials {
  const body = readObject(answer.text);
  const what = `Unexpected response while attempting login by ${by}`;
  if (body?.result !== 'success') throw refusal('unexpected_answer', what, answer);
  const credentials = receiveCredentials(answer, version.hasCookies);
  // What it said instead stays unsaid: there may be a token in it.
  if (credentials === undefined) throw new ConnectError('unexpected_answer', `${what}: it holds no session.`);
  return credentials;
}

function post({ resolved, transport }: SignIn, path: string, body: object): Promise<HttpAnswer> {
  return send(transport, {
    method: 'POST',
    url: addressOf(resolved.server, path),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function requireEmail({ email, authMethod }: Resolved): string {
  if (email !== undefined) return email;
  throw new ConnectError('email_required', `Email is required for ${authMethod.toLowerCase()} authentication`);
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
