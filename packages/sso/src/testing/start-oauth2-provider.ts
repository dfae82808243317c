import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type RunningServer, startHttp } from './start-http.ts';

export interface OAuth2ProviderSetup {
  readonly client: { readonly id: string; readonly secret: string; readonly redirectUris: readonly string[] };
  /** What the user-info address says about a person, by the name they sign in with; any password will do. */
  readonly people: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What the address of mail addresses says, in GitHub's form. */
  readonly emails?: Readonly<Record<string, readonly { email: string; primary: boolean; verified: boolean }[]>>;
  /** Sent as `iss` with every answer (RFC 9207). */
  readonly issuer?: string;
  /** More in the token answer than it needs. */
  readonly tokenExtras?: Readonly<Record<string, unknown>>;
}

export interface RunningOAuth2Provider extends RunningServer {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  readonly emailsUrl: string;
}

interface Grant {
  readonly login: string;
  readonly redirectUri: string;
  readonly challenge: string;
}

/**
 * An OAuth 2.0 provider as RFC 6749 has it, and nothing of OpenID Connect: a sign-in page with the fields `login` and
 * `password`, codes that hold once, PKCE by S256 (RFC 7636), the client's secret in the header or the form.
 */
export async function startOAuth2Provider(setup: OAuth2ProviderSetup): Promise<RunningOAuth2Provider> {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, string>();
  const pages: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>> = {
    async '/authorize'(request, response) {
      const query = new URL(request.url ?? '', 'http://provider').searchParams;
      const redirectUri = query.get('redirect_uri') ?? '';
      const isKnown = query.get('client_id') === setup.client.id && setup.client.redirectUris.includes(redirectUri);
      if (!isKnown) return send(response, 400, { error: 'invalid_request' });
      if (request.method !== 'POST') return page(response);
      const login = new URLSearchParams(await text(request)).get('login') ?? '';
      const back = new URL(redirectUri);
      back.searchParams.set('state', query.get('state') ?? '');
      if (setup.issuer !== undefined) back.searchParams.set('iss', setup.issuer);
      if (setup.people[login] === undefined) back.searchParams.set('error', 'access_denied');
      else {
        const code = randomBytes(16).toString('hex');
        codes.set(code, { login, redirectUri, challenge: query.get('code_challenge') ?? '' });
        back.searchParams.set('code', code);
      }
      response.writeHead(303, { location: back.href }).end();
    },
    async '/token'(request, response) {
      const form = new URLSearchParams(await text(request));
      if (!isClient(setup, request, form)) return send(response, 401, { error: 'invalid_client' });
      const grant = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (grant?.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) {
        return send(response, 400, { error: 'invalid_grant', error_description: 'unknown, used or foreign code' });
      }
      const token = randomBytes(16).toString('hex');
      tokens.set(token, grant.login);
      send(response, 200, { access_token: token, token_type: 'bearer', scope: '', ...setup.tokenExtras });
    },
    async '/user'(request, response) {
      const login = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
      if (login === undefined) return send(response, 401, { message: 'Bad credentials' });
      send(response, 200, setup.people[login]);
    },
    async '/user/emails'(request, response) {
      const login = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
      if (login === undefined) return send(response, 401, { message: 'Bad credentials' });
      send(response, 200, setup.emails?.[login] ?? []);
    },
  };
  const server = await startHttp((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://provider');
    const answer = pages[pathname]?.(request, response) ?? Promise.resolve(send(response, 404, {}));
    answer.catch((error: unknown) => send(response, 500, { error: String(error) }));
  });
  return {
    ...server,
    authorizationUrl: `${server.origin}/authorize`,
    tokenUrl: `${server.origin}/token`,
    userInfoUrl: `${server.origin}/user`,
    emailsUrl: `${server.origin}/user/emails`,
  };
}

function isClient({ client }: OAuth2ProviderSetup, request: IncomingMessage, form: URLSearchParams): boolean {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (basic === undefined) return form.get('client_id') === client.id && form.get('client_secret') === client.secret;
  const encoded = new URLSearchParams([[client.id, client.secret]]).toString().replace('=', ':');
  return Buffer.from(basic, 'base64').toString() === encoded;
}

function page(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Sign in</title>
<form method="post" action=""><label>Name <input name="login"></label>
<label>Password <input name="password" type="password"></label><button>Sign in</button></form>`);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
