import { ConnectError } from './connect-error.ts';
import {
  accessTokenOf,
  type Credentials,
  expiryOf,
  headersOf,
  renewalBody,
  renewCredentials,
  renewedBy,
} from './credentials.ts';
import { type Profile, readProfile } from './profile.ts';
import type { SavedSession } from './saved-session.ts';
import { readServerVersion, type ServerVersion } from './server-version.ts';
import type { SessionStore } from './session-store.ts';
import type { HttpAnswer, Transport } from './transport.ts';
import { addressOf, isOk, isPassing, readDate, refusal, send } from './wire-call.ts';

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Goes as JSON; a `FormData`, for files, as it is. */
  readonly body?: unknown;
  /** Five minutes unless given. */
  readonly timeoutMs?: number;
}

export interface SessionParts {
  readonly server: string;
  readonly version: ServerVersion;
  readonly credentials: Credentials;
  readonly owner: Pick<Profile, 'id' | 'email'>;
  readonly transport: Transport;
  readonly now: () => Date;
  readonly sessions: SessionStore | undefined;
}

/** A session is renewed when so little of it is left. */
const RENEW_BEFORE_MS = 60_000;
const CALL_TIMEOUT_MS = 300_000;

/**
 * A signed-in session. It sends cookies, CSRF token and encodings as the server's version wants them, renews itself
 * before it expires and once after a 401, and shows no secret when it is logged.
 *
 * @example
 * ```ts
 * async function countApps(session: DifySession): Promise<number> {
 *   const { total } = await session.call<{ total: number }>('GET', '/console/api/apps', { query: { page: 1 } });
 *   return total;
 * }
 * ```
 */
export class DifySession {
  readonly server: string;
  readonly #transport: Transport;
  readonly #now: () => Date;
  readonly #sessions: SessionStore | undefined;
  #version: ServerVersion;
  #owner: Pick<Profile, 'id' | 'email'>;
  #credentials: Credentials | undefined;
  #renewing: Promise<boolean> | undefined;
  /** By how much the server's clock is ahead of ours. */
  #aheadMs = 0;

  constructor({ server, version, credentials, owner, transport, now, sessions }: SessionParts) {
    this.server = server;
    this.#version = version;
    this.#credentials = credentials;
    this.#owner = owner;
    this.#transport = transport;
    this.#now = now;
    this.#sessions = sessions;
  }

  /** The server's, as its latest answer says: it may be brought up to date while a session lives. */
  get version(): ServerVersion {
    return this.#version;
  }

  /** Whose session it is. */
  get email(): string {
    return this.#owner.email;
  }

  /**
   * Calls any endpoint of the console and returns its JSON (`undefined` for an empty answer).
   *
   * @throws {ConnectError} `call_failed`, `session_ended`, `unreadable_answer`, `server_unreachable`
   */
  async call<Answer = unknown>(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const answer = await this.request(method, path, options);
    if (answer.status === 401) throw refusal('session_ended', 'The session has ended', answer);
    if (!isOk(answer)) throw refusal('call_failed', `${method} ${path} was refused`, answer);
    try {
      // A boundary: what an endpoint answers is for its caller to know.
      return (answer.text === '' ? undefined : JSON.parse(answer.text)) as Answer;
    } catch {
      // The cause would quote the answer, in which there may be a secret.
      throw new ConnectError('unreadable_answer', `${method} ${path} was not answered in JSON.`);
    }
  }

  /** The same without judging the answer. */
  request(method: string, path: string, options: CallOptions = {}): Promise<HttpAnswer> {
    return this.#exchange(method, path, options, false);
  }

  /** Who is signed in, as the server knows them now. @throws {ConnectError} `profile_failed` */
  async profile(): Promise<Profile> {
    const answer = await this.request('GET', '/console/api/account/profile');
    if (!isOk(answer)) throw refusal('profile_failed', 'Failed to obtain profile', answer);
    const profile = readProfile(answer.text);
    this.#owner = profile;
    return profile;
  }

  /**
   * Renews the session; false when there is nothing to renew it with, or the server refuses. Calls at once are one, and
   * programs on one store renew one after the other, the later ones with what the first was given.
   *
   * @throws {ConnectError} `renewal_failed`, `server_unreachable` when that says nothing about the session
   */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renewInTurn().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** What is needed to go on later. Holds secrets. @throws {ConnectError} `session_ended` after `disconnect` */
  save(): SavedSession {
    const { id: accountId, email } = this.#owner;
    return { server: this.server, version: this.version.text, email, accountId, credentials: this.#alive() };
  }

  /** Ends the session on the server, and here whatever the server says. Returns whether the server ended it. */
  async disconnect(): Promise<boolean> {
    if (this.#credentials === undefined) return false;
    try {
      // A server that is asked with an expired token refuses, and would leave the session open to be renewed.
      const method = this.version.hasCookies ? 'POST' : 'GET';
      return isOk(await this.#exchange(method, '/console/api/logout', { timeoutMs: 30_000 }, true));
    } catch (error) {
      if (error instanceof ConnectError) return false;
      throw error;
    } finally {
      this.#credentials = undefined;
      await this.#sessions?.update(this.server, async (kept) => (this.#isOwn(kept) ? undefined : kept));
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

  async #exchange(method: string, path: string, options: CallOptions, withRefresh: boolean): Promise<HttpAnswer> {
    const isRefused = this.#isExpiring() && (await this.#isRenewalRefused());
    const used = this.#alive();
    const answer = await this.#send(method, path, options, withRefresh);
    if (answer.status !== 401) return answer;
    // Another call may have renewed it while this one was on its way.
    const isRenewed = this.#credentials !== used || (!isRefused && (await this.renew()));
    return isRenewed ? this.#send(method, path, options, withRefresh) : answer;
  }

  async #send(method: string, path: string, options: CallOptions, withRefresh: boolean): Promise<HttpAnswer> {
    const credentials = this.#alive();
    const answer = await this.#ask(credentials, method, path, options, withRefresh);
    const renewed = isOk(answer) ? renewCredentials(credentials, answer) : credentials;
    if (renewed !== credentials) {
      this.#replace(credentials, renewed);
      await this.#keepInsteadOf(credentials);
    }
    return answer;
  }

  async #ask(
    credentials: Credentials,
    method: string,
    path: string,
    { query, body, timeoutMs = CALL_TIMEOUT_MS }: CallOptions,
    withRefresh: boolean,
  ): Promise<HttpAnswer> {
    // Without the slash a path could name another host, to which the session would go.
    const url = new URL(addressOf(this.server, path.startsWith('/') ? path : `/${path}`));
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    const isJson = body !== undefined && !(body instanceof FormData);
    const answer = await send(this.#transport, {
      method,
      url: url.href,
      headers: { ...headersOf(credentials, withRefresh), ...(isJson && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
      timeoutMs,
    });
    const now = this.#now();
    this.#aheadMs = (readDate(answer) ?? now).getTime() - now.getTime();
    this.#learnVersion(answer.header('x-version'));
    return answer;
  }

  #learnVersion(text: string | undefined): void {
    if (text === undefined || text === this.#version.text) return;
    try {
      this.#version = readServerVersion(text);
    } catch (error) {
      // A page in between may say something else of itself.
      if (!(error instanceof ConnectError)) throw error;
    }
  }

  /** Of two that come at once the first counts; what has ended stays ended. */
  #replace(before: Credentials, after: Credentials): void {
    if (this.#credentials === before) this.#credentials = after;
  }

  #isExpiring(): boolean {
    if (this.#credentials === undefined || renewalBody(this.#credentials) === undefined) return false;
    const exp = expiryOf(this.#credentials);
    return exp !== undefined && exp * 1000 - (this.#now().getTime() + this.#aheadMs) < RENEW_BEFORE_MS;
  }

  /** Ahead of time; trouble on the way is left to the call itself, which may still be admitted. */
  async #isRenewalRefused(): Promise<boolean> {
    try {
      return !(await this.renew());
    } catch (error) {
      if (error instanceof ConnectError && error.code !== 'session_ended') return false;
      throw error;
    }
  }

  async #renewInTurn(): Promise<boolean> {
    let isRenewed = false;
    const renew = async () => {
      isRenewed = await this.#renewHere();
    };
    if (this.#sessions === undefined) await renew();
    await this.#sessions?.update(this.server, async (kept) => {
      if (this.#isNewer(kept)) {
        this.#credentials = kept.credentials;
        isRenewed = true;
        return kept;
      }
      await renew();
      return isRenewed && this.#isOwn(kept) ? this.save() : kept;
    });
    return isRenewed;
  }

  async #renewHere(): Promise<boolean> {
    const credentials = this.#alive();
    const body = renewalBody(credentials);
    if (body === undefined) return false;
    const options = { timeoutMs: 30_000, ...(body !== null && { body }) };
    const answer = await this.#ask(credentials, 'POST', '/console/api/refresh-token', options, true);
    if (isPassing(answer)) throw refusal('renewal_failed', 'The session could not be renewed', answer);
    if (!isOk(answer)) return false;
    this.#replace(credentials, renewedBy(credentials, answer));
    return true;
  }

  /** Keeps for other programs what a server has renewed by itself, unless one of them has renewed it too. */
  async #keepInsteadOf(before: Credentials): Promise<void> {
    await this.#sessions?.update(this.server, async (kept) =>
      this.#isOwn(kept) && accessTokenOf(kept.credentials) === accessTokenOf(before) ? this.save() : kept,
    );
  }

  #isOwn(kept: SavedSession | undefined): kept is SavedSession {
    return kept !== undefined && kept.accountId === this.#owner.id;
  }

  /** Whether another program has renewed the session, or has signed in anew. */
  #isNewer(kept: SavedSession | undefined): kept is SavedSession {
    if (!this.#isOwn(kept) || this.#credentials === undefined) return false;
    return (
      accessTokenOf(kept.credentials) !== accessTokenOf(this.#credentials) &&
      (expiryOf(kept.credentials) ?? 0) >= (expiryOf(this.#credentials) ?? 0)
    );
  }
}
