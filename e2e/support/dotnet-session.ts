interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly isSecure: boolean;
  readonly isSeeded: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/**
 * A web session as PowerShell's module keeps it, with the cookie rules of .NET 9 and before: a cookie belongs to the path
 * of the request unless the server names one, a Secure one is never sent over http, and one that was put there by hand
 * stays beside one of the same name that the server sets.
 */
export class DotnetSession {
  readonly #base: string;
  #cookies: Cookie[] = [];

  constructor(base: string) {
    this.#base = base.replace(/\/$/, '');
  }

  /** As the module does with tokens from a browser: all four names, in this order. */
  seed(accessToken: string, csrfToken: string): void {
    for (const [name, value] of [
      ['__Host-access_token', accessToken],
      ['__Host-csrf_token', csrfToken],
      ['access_token', accessToken],
      ['csrf_token', csrfToken],
    ] as const) {
      this.#cookies.push({ name, value, path: '/', isSecure: false, isSeeded: true });
    }
  }

  cookie(name: string): string {
    return this.#cookies.find((cookie) => cookie.name === name)?.value ?? '';
  }

  /** Every request names JSON, one without a body too; the CSRF header goes with every method. */
  async send(method: string, path: string, body?: object): Promise<Answer> {
    const csrf = this.#visibleAt('/').find(({ name }) => /^(__Host-)?csrf_token$/i.test(name));
    const cookies = this.#visibleAt(path);
    const response = await fetch(this.#base + path, {
      method,
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; de-DE) PowerShell/7.5.4',
        ...(cookies.length > 0 && { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }),
        ...(csrf !== undefined && { 'x-csrf-token': csrf.value }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line, path);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  #visibleAt(path: string): Cookie[] {
    const isHttp = this.#base.startsWith('http:');
    return this.#cookies.filter((cookie) => path.startsWith(cookie.path) && !(cookie.isSecure && isHttp));
  }

  #keep(line: string, requestPath: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const separator = pair.indexOf('=');
    const [name, value] = [pair.slice(0, separator), pair.slice(separator + 1)];
    const path = attributes.find((part) => /^path=/i.test(part))?.slice('path='.length) ?? requestPath;
    const isSecure = attributes.some((part) => /^secure$/i.test(part));
    const fresh = { name, value, path, isSecure, isSeeded: false };
    this.#cookies = [fresh, ...this.#cookies.filter((cookie) => cookie.name !== name || cookie.isSeeded)];
  }
}
