import { type Connected, connect, transportOf } from './connect.ts';
import { ConnectError } from './connect-error.ts';
import { type ConnectOptions, resolveOptions } from './connect-options.ts';
import type { HttpAnswer } from './transport.ts';
import { isOk, readObject, refusal, send } from './wire-call.ts';

interface InitializeOptions extends ConnectOptions {
  /** Of the first administrator; else the part of the e-mail address before the @. */
  readonly name?: string;
  /** What the server's operator has set to guard the set-up. `PSDIFY_INIT_PASSWORD`; else `askInitPassword`. */
  readonly initPassword?: string;
  readonly askInitPassword?: (server: string) => Promise<string>;
}

/**
 * Sets a fresh server up with its first administrator, and signs in. On a server that is set up it only signs in.
 *
 * @example
 * ```ts
 * await initialize({ server: 'http://127.0.0.1:5600', email: 'ann@example.com', password: 'violet harbour 7' });
 * ```
 *
 * @throws {ConnectError} `set_up_failed`, `email_required`, `password_required`, and those of `connect`
 */
export async function initialize(options: InitializeOptions): Promise<Connected> {
  const resolved = resolveOptions({ ...options, authMethod: 'Password' });
  const { email, server } = resolved;
  if (email === undefined) throw new ConnectError('email_required', 'Email is required to set a server up');
  const transport = transportOf(options, resolved);
  const cookies = new Map<string, string>();
  // The server remembers in a cookie that the init password was right.
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<HttpAnswer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(transport, {
      method,
      url: `${server.replace(/\/+$/, '')}/console/api/${path}`,
      headers: { 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of answer.cookies) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name.trim(), value.trim());
    }
    return answer;
  };
  const isDone = async (path: 'setup' | 'init', field: string): Promise<boolean> => {
    const answer = await ask('GET', path);
    if (!isOk(answer)) throw refusal('set_up_failed', 'Failed to obtain installation status', answer);
    return readObject(answer.text)?.[field] === 'finished';
  };

  if (!(await isDone('setup', 'step'))) {
    const password = resolved.password?.reveal() ?? (await options.askPassword?.(email));
    if (password === undefined) throw new ConnectError('password_required', 'Password is required to set a server up');
    if (!(await isDone('init', 'status'))) {
      const env = options.env ?? (typeof process === 'undefined' ? {} : process.env);
      const initPassword =
        options.initPassword ?? env.PSDIFY_INIT_PASSWORD ?? (await options.askInitPassword?.(server)) ?? '';
      const answer = await ask('POST', 'init', { password: initPassword });
      if (!isOk(answer)) throw refusal('set_up_failed', 'Failed to validate init password', answer);
    }
    const name = options.name ?? email.slice(0, email.indexOf('@'));
    const answer = await ask('POST', 'setup', { email, name, password });
    if (!isOk(answer)) throw refusal('set_up_failed', 'Failed to create admin account', answer);
    return connect({ ...options, authMethod: 'Password', password, force: true });
  }
  return connect({ ...options, authMethod: 'Password', force: true });
}
