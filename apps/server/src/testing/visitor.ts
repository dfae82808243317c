import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { ADMIN } from './test-server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of the last request. */
  readonly url: string;
  json(): Record<string, unknown>;
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
  /** As it is written into the request, where that is not what the address says. */
  readonly target?: string;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

const NAVIGATION = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };

/** A person with a browser: every host name leads to one server, and cookies stay with the host that set them. */
export class Visitor {
  readonly cookies = new Map<string, Cookie[]>();
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** One request, by a script unless its headers say otherwise. */
  async send(method: string, url: string, sent: Sent = {}): Promise<Answer> {
    const response = await this.stream(method, url, sent);
    let body = '';
    for await (const part of response.setEncoding('utf8')) body += part;
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body,
      url,
      json: () => JSON.parse(body),
    };
  }

  /** The same, before the answer has ended. */
  stream(method: string, url: string, { headers = {}, body, target }: Sent = {}): Promise<IncomingMessage> {
    const { host, hostname, pathname, search } = new URL(url);
    const text = typeof body === 'object' ? JSON.stringify(body) : body;
    const outgoing = request({
      host: '127.0.0.1',
      port: this.#port,
      agent: false,
      method,
      path: target ?? pathname + search,
      headers: {
        host,
        cookie: this.cookieFor(url),
        'x-csrf-token': this.cookie(hostname, 'csrf_token') ?? '',
        ...(typeof body === 'object' && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    return new Promise((resolve, reject) => {
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        for (const line of response.headers['set-cookie'] ?? []) this.#keep(hostname, line);
        resolve(response);
      });
      outgoing.end(text);
    });
  }

  /** Opens an address as a person does, and goes where it leads. */
  async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    let address = url;
    for (let hops = 0; hops < 10; hops += 1) {
      const answer = await this.send('GET', address, { headers: { ...NAVIGATION, ...headers } });
      if (answer.status < 300 || answer.status > 399) return answer;
      address = new URL(answer.headers.location ?? '', address).href;
      if (new URL(address).pathname === '/webapp-signin') return { ...answer, url: address };
    }
    throw new Error(`no end of redirects from ${url}`);
  }

  async signIn(base: string, { email, password }: Pick<typeof ADMIN, 'email' | 'password'> = ADMIN): Promise<void> {
    const answer = await this.send('POST', `${base}/console/api/login`, { body: { email, password } });
    if (answer.status !== 200) throw new Error(`not signed in: ${answer.body}`);
  }

  cookieFor(url: string): string {
    const { hostname, pathname } = new URL(url);
    return (this.cookies.get(hostname) ?? [])
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  cookie(hostname: string, name: string): string | undefined {
    return this.cookies.get(hostname)?.find((cookie) => cookie.name === name)?.value;
  }

  #keep(hostname: string, line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const separator = pair.indexOf('=');
    const [name, value] = [pair.slice(0, separator), pair.slice(separator + 1)];
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const others = (this.cookies.get(hostname) ?? []).filter((cookie) => cookie.name !== name || cookie.path !== path);
    this.cookies.set(hostname, value === '' ? others : [...others, { name, value, path }]);
  }
}
