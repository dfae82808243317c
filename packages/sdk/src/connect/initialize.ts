import { type Connected, connect, transportOf } from './connect.ts';
import { ConnectError } from './connect-error.ts';
import { type ConnectOptions, processEnvironment, resolveOptions } from './connect-options.ts';
import { Secret } from './secret.ts';
import type { HttpAnswer, Transport } from './transport.ts';
import { addressOf, isOk, readObject, refusal, send } from './wire-call.ts';

export interface InitializeOptions extends ConnectOptions {
  /** Of the first administrator; else the part of the e-mail address before the @. */
  readonly name?: string | undefined;
  /** What the server's operator has set to guard the set-up. `PSDIFY_INIT_PASSWORD`; else `askInitPassword`. */
  readonly initPassword?: string | Secret | undefined;
  readonly askInitPassword?: ((server: string) => Promise<string>) | undefined;
}

/** Dify takes no longer name. */
const LONGEST_NAME = 30;

/**
 * Sets a fresh server up with its first administrator, and signs in. On a server that is set up it only signs in.
 *
 * @example
 * ```ts
 * await initialize({ server: 'http://127.0.0.1:5600', email: 'ann@example.com', password: 'violet harbour 7' });
 * ```
 *
 * @throws {ConnectError} `server_required`, `email_required`, `password_required`, `init_password_required`,
 *   `installation_status_failed`, `init_password_failed`, `set_up_failed`, and those of `connect`
 */
export async function initialize(options: InitializeOptions): Promise<Connected> {
  const env = options.env ?? processEnvironment();
  // Nobody means to set up the server that is meant by default.
  if (!options.server && !env.PSDIFY_URL) throw new ConnectError('server_required', 'Server URL is required');
  const resolved = resolveOptions({ ...options, authMethod: 'Password' });
  const { email, server } = resolved;
  if (email === undefined) throw new ConnectError('email_required', 'Email is required to set a server up');
  const setUp = setUpCalls(server, transportOf(options, resolved));

  if (await setUp.isDone('setup', 'step')) return connect({ ...options, authMethod: 'Password', force: true });

  const password = resolved.password?.reveal() ?? (await options.askPassword?.(email));
  if (!password) throw new ConnectError('password_required', 'Password is required to set a server up');
  if (!(await setUp.isDone('init', 'status'))) {
    const given = options.initPassword instanceof Secret ? options.initPassword.reveal() : options.initPassword;
    const initPassword = given || env.PSDIFY_INIT_PASSWORD || (await options.askInitPassword?.(server));
    if (!initPassword) {
      throw new ConnectError('init_password_required', `The init password of ${server} is required to set it up`);
    }
    const answer = await setUp.post('init', { password: initPassword });
    if (!isOk(answer)) throw refusal('init_password_failed', 'Failed to validate init password', answer);
  }
  const name = options.name || email.slice(0, email.indexOf('@')).slice(0, LONGEST_NAME);
  const answer = await setUp.post('setup', { email, name, password });
  if (!isOk(answer)) throw refusal('set_up_failed', 'Failed to create admin account', answer);
  return connect({ ...options, authMethod: 'Password', password, force: true });
}

/** The calls of one set-up. That the init password was right the server remembers in a cookie. */
function setUpCalls(server: string, transport: Transport) {
  const cookies = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<HttpAnswer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(transport, {
      method,
      url: addressOf(server, `/console/api/${path}`),
      headers: { 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of answer.cookies) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name.trim(), value.trim());
    }
    return answer;
  };
  return {
    async isDone(path: 'setup' | 'init', field: string): Promise<boolean> {
      const answer = await ask('GET', path);
      const status = isOk(answer) ? readObject(answer.text)?.[field] : undefined;
      // A page in between says neither, and nothing is set up on its word.
      if (status === 'finished' || status === 'not_started') return status === 'finished';
      throw refusal('installation_status_failed', 'Failed to obtain installation status', answer);
    },
    post: (path: 'setup' | 'init', body: object) => ask('POST', path, body),
  };
}
