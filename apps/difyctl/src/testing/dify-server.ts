import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Session } from '../bearer/list-sessions.ts';
import { CATALOG, type Generation, generationOf, isTooOld } from './generation.ts';
import { LOCALHOST } from './localhost-certificate.ts';

interface Options {
  /** The path the server lies under, such as `/dify`. */
  readonly prefix?: string;
  /** Of the Dify whose answers these are. */
  readonly version?: string;
  /** Behind the certificate for localhost that nobody vouches for. */
  readonly tls?: boolean;
  /** Refuses callers that do not name the newest catalog, as 1.17 may. */
  readonly wantsCatalog?: boolean;
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

interface Reply {
  readonly status: number;
  /** Sent as it is when it is text, else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Instead of a reply: the server hangs up. */
export const SILENCE: Reply = { status: 0, body: '' };
export const ANN = { id: '3c90c3cc-0d44-4b50-8888-8dd25736052a', email: 'ann@example.com', name: 'Ann' };
export const ACME = { id: '0191b1f0-0000-7000-8000-00000000acee', name: 'Acme', role: 'owner' };

/** What a person decides about a code: approve as someone, or an OAuth error. */
export type Decision = { readonly error: string } | Readonly<Record<string, unknown>>;

export const USER_CODE = 'EFAM-S55K';
/** The person has not decided yet. */
export const PENDING: Decision = { error: 'authorization_pending' };

/** An approval by a member of one workspace. */
export function approvalBy(account: typeof ANN, workspace = ACME): Readonly<Record<string, unknown>> {
  return {
    expires_at: '2126-12-04T09:00:00.123456+00:00',
    subject_type: 'account',
    account,
    workspaces: [workspace],
    default_workspace_id: workspace.id,
  };
}

/**
 * The part of a Dify server that difyctl talks to, on a free port, as the contract tells it. Codes are decided the moment
 * they are made, so that no test waits.
 */
export class DifyServer implements AsyncDisposable {
  readonly seen: Seen[] = [];
  /** What the person at the browser does with the next codes. */
  decision: Decision | (() => Decision) = approvalBy(ANN);
  verificationUri: string | undefined;
  expiresIn = 900;
  interval = 5;
  /** The account's workspaces, oldest first. */
  readonly workspaces = [
    { ...ACME, status: 'normal', current: true },
    { id: '0191b1f0-0000-7000-8000-0000000be7a0', name: 'Beta', role: 'normal', status: 'normal', current: false },
  ];
  /** The account's sessions by token, oldest first. */
  readonly sessions = new Map<string, Session>();
  readonly #server;
  readonly #generation: Generation;
  readonly #version: string;
  readonly #replies = new Map<string, Reply[]>();
  readonly #grants = new Map<string, { decision: Decision; label: string }>();
  readonly #options: Options;

  constructor(options: Options = {}) {
    this.#options = options;
    this.#version = options.version ?? '1.17.1';
    this.#generation = generationOf(this.#version);
    const respond = (request: IncomingMessage, response: ServerResponse) => void this.#respond(request, response);
    this.#server = options.tls ? createSecureServer(LOCALHOST, respond) : createServer(respond);
  }

  static async start(options: Options = {}): Promise<DifyServer> {
    const server = new DifyServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get host(): string {
    return `${this.#options.tls ? 'localhost' : '127.0.0.1'}:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.#options.tls ? 'https' : 'http'}://${this.host}${this.#options.prefix ?? ''}`;
  }

  /** Answers the next requests to a route (`POST /account`) with these replies, one after another. */
  replyTo(route: string, ...replies: Reply[]): void {
    this.#replies.set(route, replies);
  }

  /** A session of the same account on another machine. */
  addSession(device_label: string, id: string = randomUUID()): Session {
    const session = newSession(id, device_label);
    this.sessions.set(`dfoa_${id}`, session);
    return session;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body, headers } = await this.#answer(request);
    if (status === SILENCE.status) return void response.destroy();
    const { catalog } = this.#generation;
    const always = { 'content-type': 'application/json', 'x-version': this.#version };
    response
      .writeHead(status, { ...always, ...(catalog && { 'x-dify-catalog': catalog }), ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  async #answer(request: IncomingMessage): Promise<Reply> {
    const url = new URL(request.url ?? '', this.url);
    const base = `${this.#options.prefix ?? ''}/openapi/v1`;
    const path = url.pathname.replace(base, '');
    let text = '';
    for await (const chunk of request) text += chunk;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.seen.push({
      method: request.method ?? '',
      path: `${url.pathname}${url.search}`,
      headers: request.headers,
      body,
    });
    const route = `${request.method} ${path}`;
    const reply = this.#replies.get(route)?.shift();
    if (reply !== undefined) return reply;
    if (!url.pathname.startsWith(base)) return { status: 404, body: '<!doctype html>' };
    return this.#route(route, url, body, request.headers);
  }

  #route(route: string, url: URL, body: unknown, headers: IncomingMessage['headers']): Reply {
    const fields = (body ?? {}) as Record<string, string>;
    const { edition, catalog, oldestClient, deadBearer } = this.#generation;
    if (route === 'GET /_version') return { status: 200, body: { version: this.#version, edition } };
    if (isTooOld(this.#generation, headers)) {
      const message = `this difyctl is no longer supported; upgrade to >= ${oldestClient}.`;
      return refusal(426, 'upgrade_required', message, { hint: 'Upgrade difyctl' });
    }
    if (route === 'GET /_catalog' && catalog !== undefined) return { status: 200, body: CATALOG };
    if (route === 'POST /oauth/device/code') return this.#code(fields);
    if (route === 'POST /oauth/device/token') return this.#token(fields);
    if (route === 'POST /oauth/device/approve') return this.#approve(fields, headers);
    if (headers.authorization === undefined) return refusal(401, 'unauthorized', 'bearer required');
    const token = headers.authorization.replace(/^bearer /i, '');
    if (!this.sessions.has(token)) {
      return deadBearer === 500
        ? refusal(500, 'internal_server_error', 'Internal Server Error')
        : refusal(401, 'unauthorized', 'invalid bearer');
    }
    if (this.#options.wantsCatalog && headers['x-dify-catalog'] !== catalog) {
      return refusal(412, 'catalog_stale', 'the catalog has changed');
    }
    return this.#bearerRoute(route, url, token);
  }

  #bearerRoute(route: string, url: URL, token: string): Reply {
    if (route === 'GET /account') return { status: 200, body: this.#account() };
    if (route === 'GET /account/sessions') return { status: 200, body: this.#page(url.searchParams) };
    if (route === 'DELETE /account/sessions/self') return this.#revoke(token);
    if (route === 'GET /workspaces') return { status: 200, body: { workspaces: this.workspaces } };
    const workspace = /^POST \/workspaces\/(.+)\/switch$/.exec(route)?.[1];
    if (workspace !== undefined) return this.#switch(workspace);
    const id = /^DELETE \/account\/sessions\/(.+)$/.exec(route)?.[1];
    const found = [...this.sessions].find(([, session]) => session.id === id)?.[0];
    if (found !== undefined) return this.#revoke(found);
    return refusal(404, 'not_found', id === undefined ? 'not found' : 'session not found');
  }

  #code({ client_id = '', device_label = '' }: Record<string, string>): Reply {
    if (client_id !== 'difyctl') return { status: 400, body: { error: 'unsupported_client' } };
    const device_code = `dc_${randomBytes(24).toString('base64url')}`;
    const decision = typeof this.decision === 'function' ? this.decision() : this.decision;
    this.#grants.set(device_code, { decision, label: device_label });
    const verification_uri = this.verificationUri ?? `${this.url}/device`;
    return {
      status: 200,
      body: {
        device_code,
        user_code: USER_CODE,
        verification_uri,
        expires_in: this.expiresIn,
        interval: this.interval,
      },
    };
  }

  /** What the page sends when the person approves: cookies of the console's session, and from 1.17 on a proof. */
  #approve({ user_code = '' }: Record<string, string>, { cookie, ...headers }: IncomingMessage['headers']): Reply {
    const proof = /csrf_token=([^;]+)/.exec(cookie ?? '')?.[1];
    if (!cookie?.includes('access_token=')) return refusal(401, 'unauthorized', 'Unauthorized.');
    if (this.#generation.wantsCsrf && (proof === undefined || headers['x-csrf-token'] !== proof)) {
      return refusal(401, 'unauthorized', 'CSRF token is missing or invalid.');
    }
    const [grant] = [...this.#grants.values()].filter(({ decision }) => decision === PENDING);
    if (user_code !== USER_CODE || grant === undefined) return { status: 404, body: { error: 'expired_or_unknown' } };
    grant.decision = approvalBy(ANN);
    return { status: 200, body: { status: 'approved' } };
  }

  #token({ device_code = '' }: Record<string, string>): Reply {
    const grant = this.#grants.get(device_code);
    if (grant === undefined) return { status: 400, body: { error: 'expired_token' } };
    if ('error' in grant.decision) return { status: 400, body: grant.decision };
    this.#grants.delete(device_code);
    const token = `dfoa_${randomBytes(32).toString('base64url')}`;
    const session = newSession(randomUUID(), grant.label);
    for (const [old, { device_label }] of this.sessions) if (device_label === grant.label) this.sessions.delete(old);
    this.sessions.set(token, session);
    return { status: 200, body: { token, token_id: session.id, ...grant.decision } };
  }

  #account(): object {
    const { account, workspaces, default_workspace_id } = approvalBy(ANN);
    return {
      subject_type: 'account',
      subject_email: ANN.email,
      subject_issuer: null,
      account,
      workspaces,
      default_workspace_id,
    };
  }

  #page(query: URLSearchParams): object {
    const page = Number(query.get('page') ?? 1);
    const limit = Number(query.get('limit') ?? 100);
    const all = [...this.sessions.values()].reverse();
    const data = all.slice((page - 1) * limit, page * limit);
    return { page, limit, total: all.length, has_more: page * limit < all.length, data };
  }

  #switch(id: string): Reply {
    const found = this.workspaces.find((workspace) => workspace.id === id);
    if (found === undefined) return refusal(404, 'not_found', 'workspace not found');
    for (const workspace of this.workspaces) workspace.current = workspace === found;
    return { status: 200, body: { ...found, created_at: '2026-11-20T19:40:28.633Z' } };
  }

  #revoke(token: string): Reply {
    this.sessions.delete(token);
    return { status: 200, body: { status: 'revoked' } };
  }
}

/** Dify's error envelope. */
export function refusal(status: number, code: string, message: string, more: object = {}): Reply {
  return { status, body: { code, message, status, ...more } };
}

function newSession(id: string, device_label: string): Session {
  return {
    id,
    prefix: 'dfoa_',
    client_id: 'difyctl',
    device_label,
    created_at: '2026-11-20T19:40:28.633Z',
    last_used_at: null,
    expires_at: '2126-12-04T19:40:28.633Z',
  };
}
