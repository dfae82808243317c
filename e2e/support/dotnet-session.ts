import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly isSecure: boolean;
  readonly isSeeded: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** Windows PowerShell, and the one that came after it. */
export type PowerShell = '5.1' | '7';

const USER_AGENTS = {
  '5.1': 'Mozilla/5.0 (Windows NT; Windows NT 10.0; de-DE) WindowsPowerShell/5.1.26100.6584',
  '7': 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; de-DE) PowerShell/7.5.4',
};
/** .NET drops a longer cookie without a word. */
const LONGEST_COOKIE = 4096;

/**
 * A web session as PowerShell's module keeps it, with the cookie rules of .NET 9 and before: a cookie belongs to the path
 * of the request unless the server names one, a Secure one is never sent over http, and one that was put there by hand
 * stays beside one of the same name that the server sets. Certificates are not looked at.
 */
export class DotnetSession {
  readonly #base: string;
  readonly #powerShell: PowerShell;
  #cookies: Cookie[] = [];

  constructor(base: string, powerShell: PowerShell = '7') {
    this.#base = base.replace(/\/$/, '');
    this.#powerShell = powerShell;
  }

  /** As the module does with tokens from a browser: all four names, in this order. */
  seed(accessToken: string, csrfToken: string): void {
    for (const [name, value] of [
      ['__Host-access_token', accessToken],
      ['__Host-csrf_token', csrfToken],
      ['access_token', accessToken],
      ['csrf_token', csrfToken],
    ] as const) {
      if (/[,;]/.test(value) || value.length > LONGEST_COOKIE) throw new Error(`.NET takes no such ${name}`);
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
    const json = body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.#exchange(method, path, json, {
      'content-type': 'application/json',
      'user-agent': USER_AGENTS[this.#powerShell],
      ...(cookies.length > 0 && { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }),
      ...(csrf !== undefined && { 'x-csrf-token': csrf.value }),
    });
    const { statusCode: status = 0, headers } = answer;
    // A redirection would turn a POST into a GET.
    if (status >= 300 && status < 400) throw new Error(`${path} redirects to ${headers.location}`);
    for (const line of headers['set-cookie'] ?? []) this.#keep(line, path);
    const said = await text(answer);
    if (status >= 400 && said === '') throw new Error(`${path}: of a refusal without a body nothing is told`);
    const answered = said === '' ? {} : JSON.parse(said);
    refuseUnreadable(answered);
    return { status, headers, body: answered };
  }

  async #exchange(
    method: string,
    path: string,
    json: string | undefined,
    headers: Record<string, string>,
  ): Promise<IncomingMessage> {
    const isOld = this.#powerShell === '5.1';
    // The old one asks first whether it may send a body, the new one says of a GET that it has none.
    const waits = isOld && json !== undefined && { expect: '100-continue' };
    const length = (json !== undefined || !isOld) && { 'content-length': Buffer.byteLength(json ?? '') };
    const request = (this.#base.startsWith('https:') ? requestHttps : requestHttp)(this.#base + path, {
      method,
      headers: { ...headers, ...waits, ...length },
      rejectUnauthorized: false,
    });
    if (waits === false) request.end(json);
    else request.on('continue', () => request.end(json));
    const [answer] = await once(request, 'response');
    return answer;
  }

  #visibleAt(path: string): Cookie[] {
    const isHttp = this.#base.startsWith('http:');
    return this.#cookies.filter((cookie) => path.startsWith(cookie.path) && !(cookie.isSecure && isHttp));
  }

  #keep(line: string, requestPath: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    if (pair.length > LONGEST_COOKIE) return;
    const separator = pair.indexOf('=');
    const [name, value] = [pair.slice(0, separator), pair.slice(separator + 1)];
    const path = attributes.find((part) => /^path=/i.test(part))?.slice('path='.length) ?? requestPath;
    const isSecure = attributes.some((part) => /^secure$/i.test(part));
    const isOver = attributes.some((part) => /^max-age=(0|-\d+)$/i.test(part));
    const fresh = { name, value, path, isSecure, isSeeded: false };
    const others = this.#cookies.filter((cookie) => cookie.name !== name || cookie.isSeeded);
    this.#cookies = isOver ? others : [fresh, ...others];
  }
}

/** PowerShell's objects know no letter case and no empty name, and turn what looks like a time into one. */
function refuseUnreadable(value: unknown): void {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) throw new Error(`${value} would become a date`);
  if (typeof value !== 'object' || value === null) return;
  const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.toLowerCase());
  if (names.includes('') || new Set(names).size < names.length) throw new Error(`PowerShell reads no ${names}`);
  for (const part of Object.values(value)) refuseUnreadable(part);
}
