import { ConnectError } from './connect-error.ts';
import { cookieHeader, readSetCookies, type SessionCookies } from './cookies.ts';
import { type Profile, readProfile } from './profile.ts';
import type { SavedSession } from './saved-session.ts';
import { readServerVersion, type ServerVersion } from './server-version.ts';
import { readClaims } from './token-claims.ts';
import type { HttpAnswer, Transport } from './transport.ts';
import { isOk, refusal, send } from './wire-call.ts';

/** What a session goes on with. */
export type Credentials = SavedSession['credentials'];

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
}

/** How several programs share one saved session. */
export interface SharedSession {
  /** The session as some program kept it last. */
  load(): Promise<SavedSession | undefined>;
  /** Keeps it for the others. */
  save(session: SavedSession): Promise<void>;
  /** Runs one renewal at a time. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

interface Parts {
  readonly server: string;
  readonly version: ServerVersion;
  readonly credentials: Credentials;
  readonly profile: Pick<Profile, 'id' | 'email'>;
  readonly transport: Transport;
  readonly now: () => Date;
}

/** A session is renewed when so little of it is left. */
const RENEW_BEFORE_MS = 60_000;

/**
 * A signed-in session. It sends cookies, CSRF token and encodings as the server's version wants them, renews itself
 * before it expires and once after a 401, and shows no secret when it is logged.
 *
 * @example
 * ```ts
 * const { session } = await connect({ server: 'https://dify.example.com', email: 'ann@example.com', password });
 * const { data } = await session.call<{ data: unknown[] }>('GET', '/console/api/apps', { query: { page: 1 } });
 * console.log(data.length);
 * await session.disconnect();
 * ```
 */
export class DifySession {
  readonly server: string;
  readonly version: ServerVersion;
  readonly #transport: Transport;
  readonly #now: () => Date;
  #profile: Pick<Profile, 'id' | 'email'>;
  #credentials: Credentials | undefined;
  #renewing: Promise<boolean> | undefined;
  #shared: SharedSession | undefined;

  constructor({ server, version, credentials, profile, transport, now }: Parts) {
    this.server = server;
    this.version = version;
    this.#credentials = credentials;
    this.#profile = profile;
    this.#transport = transport;
    this.#now = now;
  }

  /** Whose session it is. */
  get email(): string {
    return this.#profile.email;
  }

  /**
   * Calls any endpoint of the console and returns its JSON (`undefined` for an empty answer).
   *
   * @throws {ConnectError} `call_failed`, `session_ended`, `server_unreachable`
   */
  async call<Answer = unknown>(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const answer = await this.request(method, path, options);
    if (answer.status === 401) throw refusal('session_ended', 'The session has ended', answer);
    if (!isOk(answer)) throw refusal('call_failed', `${method} ${path} was refused`, answer);
    // A boundary: what an endpoint answers is for its caller to know.
    return (answer.text === '' ? undefined : JSON.parse(answer.text)) as Answer;
  }

  /** The same without judging the answer. */
  async request(method: string, path: string, options: CallOptions = {}): Promise<HttpAnswer> {
    if (this.#isExpiring()) await this.renew();
    const answer = await this.#send(method, path, options);
    if (answer.status !== 401 || !(await this.renew())) return answer;
    return this.#send(method, path, options);
  }

  /** Who is signed in, as the server knows them now. @throws {ConnectError} `profile_failed` */
  async profile(): Promise<Profile> {
    const answer = await this.request('GET', '/console/api/account/profile');
    if (!isOk(answer)) throw refusal('profile_failed', 'Failed to obtain profile', answer);
    const profile = readProfile(answer.text);
    this.#profile = profile;
    return profile;
  }

  /** Renews the session with its refresh token; false when it has none, or the server refuses. Calls at once are one. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renewShared().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** Shares the session with other programs: whoever renews it keeps it for all. */
  share(shared: SharedSession): void {
    this.#shared = shared;
  }

  /** What is needed to go on later. Holds secrets. @throws {ConnectError} `session_ended` after `disconnect` */
  save(): SavedSession {
    const { id: accountId, email } = this.#profile;
    return {
      server: this.server,
      version: this.version.text,
      email,
      accountId,
      credentials: this.#alive(),
    };
  }

  /**
   * Ends the session on the server, and here whatever the server says. Returns whether the server ended it.
   */
  async disconnect(): Promise<boolean> {
    if (this.#credentials === undefined) return false;
    try {
      return isOk(await this.#send(this.version.hasCookies ? 'POST' : 'GET', '/console/api/logout', {}, true));
    } catch (error) {
      if (error instanceof ConnectError) return false;
      throw error;
    } finally {
      this.#credentials = undefined;
    }
  }

  toJSON(): object {
    return { server: this.server, version: this.version.text, email: this.email };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `DifySession { server: '${this.server}', email: '${this.email}' }`;
  }

  #alive(): Credentials {
    if (this.#credentials === undefined) throw new ConnectError('session_ended', 'The session was ended here.');
    return this.#credentials;
  }

  #isExpiring(): boolean {
    if (this.#credentials?.kind !== 'cookies' || this.#credentials.cookies.refresh === undefined) return false;
    const exp = readClaims(this.#credentials.cookies.access)?.exp;
    return exp !== undefined && exp * 1000 - this.#now().getTime() < RENEW_BEFORE_MS;
  }

  #renewShared(): Promise<boolean> {
    const shared = this.#shared;
    if (shared === undefined) return this.#renewHere();
    return shared.exclusively(async () => {
      const kept = await shared.load();
      if (kept !== undefined && this.#isNewer(kept)) {
        this.#credentials = kept.credentials;
        return true;
      }
      if (!(await this.#renewHere())) return false;
      await shared.save(this.save());
      return true;
    });
  }

  /** Whether another program has renewed the same account's session. */
  #isNewer({ accountId, credentials }: SavedSession): boolean {
    return (
      accountId === this.#profile.id &&
      credentials.kind === 'cookies' &&
      this.#credentials?.kind === 'cookies' &&
      credentials.cookies.access !== this.#credentials.cookies.access &&
      (readClaims(credentials.cookies.access)?.exp ?? 0) > (readClaims(this.#credentials.cookies.access)?.exp ?? 0)
    );
  }

  async #renewHere(): Promise<boolean> {
    if (this.#credentials?.kind !== 'cookies' || this.#credentials.cookies.refresh === undefined) return false;
    const answer = await this.#send('POST', '/console/api/refresh-token', {}, true);
    return isOk(answer);
  }

  async #send(method: string, path: string, { query, body }: CallOptions, withRefresh = false): Promise<HttpAnswer> {
    const credentials = this.#alive();
    const url = new URL(`${this.server.replace(/\/+$/, '')}${path}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    const answer = await send(this.#transport, {
      method,
      url: url.href,
      headers: {
        ...headersOf(credentials, withRefresh),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (credentials.kind === 'cookies' && isOk(answer)) this.#keep(readSetCookies(answer.cookies, credentials.cookies));
    return answer;
  }

  #keep(cookies: SessionCookies | undefined): void {
    if (cookies !== undefined) this.#credentials = { kind: 'cookies', cookies };
  }
}

function headersOf(credentials: Credentials, withRefresh: boolean): Record<string, string> {
  if (credentials.kind === 'bearer') return { authorization: `Bearer ${credentials.token}` };
  const { cookies } = credentials;
  return { cookie: cookieHeader(cookies, withRefresh), 'x-csrf-token': cookies.csrf };
}

/** A session from before, as it was kept; whether the server still admits it shows at the first call. */
export function restoreSession(saved: SavedSession, transport: Transport, now: () => Date): DifySession {
  return new DifySession({
    server: saved.server,
    version: readServerVersion(saved.version),
    credentials: saved.credentials,
    profile: { id: saved.accountId, email: saved.email },
    transport,
    now,
  });
}
