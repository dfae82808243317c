import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

/** What a browser does for a page: keeps cookies, sends them back, and repeats the CSRF cookie in its header. */
export interface Browser {
  readonly cookies: Map<string, string>;
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  signIn(email: string, password: string): Promise<LightMyRequestResponse>;
}

export function openBrowser(
  app: FastifyInstance,
  options: Pick<InjectOptions, 'headers' | 'remoteAddress'> = {},
): Browser {
  const cookies = new Map<string, string>();
  const browser: Browser = {
    cookies,
    async send(method, url, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const csrf = cookies.get('csrf_token') ?? cookies.get('__Host-csrf_token') ?? '';
      const response = await app.inject({
        remoteAddress: '127.0.0.1',
        ...options,
        method,
        url,
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        headers: {
          host: '127.0.0.1:5600',
          'content-type': 'application/json',
          'x-csrf-token': csrf,
          ...(cookie === '' ? {} : { cookie }),
          ...options.headers,
          ...headers,
        },
      });
      for (const line of [response.headers['set-cookie'] ?? []].flat()) {
        const [pair = ''] = line.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
    signIn: (email, password) =>
      browser.send('POST', '/console/api/login', { email, password: Buffer.from(password).toString('base64') }),
  };
  return browser;
}
