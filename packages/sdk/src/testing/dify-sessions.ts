import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookiesOf } from './cookies-of.ts';
import type { DifyPeople, Person } from './dify-people.ts';

const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 2_592_000;

interface Issued {
  readonly access: string;
  readonly csrf: string;
  readonly refresh: string;
}

interface Rules {
  readonly people: DifyPeople;
  /** Sessions are cookies; else tokens in bodies. */
  readonly hasCookies: boolean;
  /** `__Host-` names and `Secure`. */
  readonly isHttps: boolean;
}

/** The sessions of a Dify: what it hands out, what it admits, and for how long. */
export class DifySessions {
  readonly #rules: Rules;
  readonly #family: string;
  readonly #refreshes = new Map<string, Person>();
  #now = Date.now();

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#family = rules.isHttps ? '__Host-' : '';
  }

  advance(seconds: number): void {
    this.#now += seconds * 1000;
  }

  /** Answers a sign-in. */
  open(person: Person, response: ServerResponse): object {
    const issued = this.#issue(person);
    if (this.#rules.hasCookies) {
      this.#setCookies(response, issued);
      return { result: 'success' };
    }
    return { result: 'success', data: { access_token: issued.access, refresh_token: issued.refresh } };
  }

  /** Answers a renewal; each refresh token does for one. */
  renew(request: IncomingMessage, response: ServerResponse, body: Record<string, string>): object | undefined {
    const token = this.#rules.hasCookies ? this.#cookie(request, 'refresh_token') : body.refresh_token;
    const person = this.#refreshes.get(token ?? '');
    if (person === undefined) return undefined;
    this.#refreshes.delete(token ?? '');
    return this.open(person, response);
  }

  /**
   * As Dify does it: the account's newest refresh token is forgotten, whichever it was signed out with, and the access
   * token lives on.
   */
  end(person: Person): void {
    const newest = [...this.#refreshes].findLast(([, owner]) => owner === person);
    if (newest !== undefined) this.#refreshes.delete(newest[0]);
  }

  /** Sets new access and CSRF cookies with an ordinary answer. */
  rotate(person: Person, response: ServerResponse): void {
    this.#setCookies(response, this.#issue(person));
  }

  /** The person behind a request, or the words of the refusal. */
  admit(request: IncomingMessage): Person | string {
    const access = this.#accessToken(request);
    if (access === undefined) return 'Invalid Authorization token.';
    const claims = readClaims(access);
    if (claims === undefined) return 'Invalid token.';
    if (claims.exp * 1000 <= this.#now) return 'Token has expired.';
    if (this.#rules.hasCookies && !this.#isProven(request, claims.user_id)) return 'CSRF token is missing or invalid.';
    return this.#rules.people.withId(claims.user_id) ?? 'Invalid token.';
  }

  #isProven(request: IncomingMessage, userId: string | undefined): boolean {
    const csrf = this.#cookie(request, 'csrf_token');
    return csrf !== undefined && csrf === request.headers['x-csrf-token'] && readClaims(csrf)?.sub === userId;
  }

  #accessToken(request: IncomingMessage): string | undefined {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    return this.#rules.hasCookies ? (this.#cookie(request, 'access_token') ?? bearer) : bearer;
  }

  /** Only the name of its own mode counts. */
  #cookie(request: IncomingMessage, name: string): string | undefined {
    return cookiesOf(request).get(this.#family + name);
  }

  #issue(person: Person): Issued {
    const exp = Math.floor(this.#now / 1000) + ACCESS_SECONDS;
    const refresh = randomBytes(64).toString('hex');
    this.#refreshes.set(refresh, person);
    return {
      access: jwt({ user_id: person.id, exp, iss: 'SELF_HOSTED', sub: 'Console API Passport' }),
      csrf: jwt({ exp, sub: person.id }),
      refresh,
    };
  }

  #setCookies(response: ServerResponse, { access, csrf, refresh }: Issued): void {
    const cookie = (name: string, value: string, seconds: number, flags: string) =>
      `${this.#family}${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${flags}${this.#rules.isHttps ? '; Secure' : ''}`;
    response.setHeader('set-cookie', [
      cookie('access_token', access, ACCESS_SECONDS, '; HttpOnly'),
      cookie('refresh_token', refresh, REFRESH_SECONDS, '; HttpOnly'),
      cookie('csrf_token', csrf, ACCESS_SECONDS, ''),
    ]);
  }
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(8).toString('base64url')}`;
}

function readClaims(token: string): { user_id?: string; sub?: string; exp: number } | undefined {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
}
