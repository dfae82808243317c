import { ConnectError } from './connect-error.ts';
import type { SavedSession } from './saved-session.ts';
import { Secret } from './secret.ts';
import type { SessionStore } from './session-store.ts';
import type { Transport } from './transport.ts';

export type AuthMethod = 'Password' | 'Code' | 'AccessToken';

/** Everything is optional: an argument wins over the environment, the environment over the default. */
export interface ConnectOptions {
  /** Address of the server, a path included. `PSDIFY_URL`; else `https://cloud.dify.ai`. */
  readonly server?: string | undefined;
  /** `Password`, `Code` or `AccessToken`, in any case. `PSDIFY_AUTH_METHOD`; else `Password`. */
  readonly authMethod?: string | undefined;
  /** `PSDIFY_EMAIL`. */
  readonly email?: string | undefined;
  /** `PSDIFY_PASSWORD`; else `askPassword`. */
  readonly password?: string | Secret | undefined;
  /** What the request for a code answered; then no new code is sent. */
  readonly token?: string | undefined;
  /** The code from the letter; else `askCode`. */
  readonly code?: string | undefined;
  /** `PSDIFY_ACCESS_TOKEN`. Not in browsers, which send their own. */
  readonly accessToken?: string | Secret | undefined;
  /** `PSDIFY_CSRF_TOKEN`. */
  readonly csrfToken?: string | Secret | undefined;
  /** Signs in anew even where a session from before still works. */
  readonly force?: boolean | undefined;
  /** A session from before, which is used again while it works, for the same server and nobody else. */
  readonly saved?: SavedSession | undefined;
  /** Keeps the session for the next run, and shares it with programs that run at once; `saved` is taken from here. */
  readonly sessions?: SessionStore | undefined;
  /** Does not look at certificates, for any request. `PSDIFY_DISABLE_SSL_VERIFICATION` = `true`. Node only. */
  readonly disableSslVerification?: boolean | undefined;
  /** Asks a person for their password. */
  readonly askPassword?: ((email: string) => Promise<string>) | undefined;
  /** Asks a person for the code from their letter. */
  readonly askCode?: ((email: string) => Promise<string>) | undefined;
  /** The environment; Node's own unless given. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Carries requests; `fetch` unless given. */
  readonly transport?: Transport | undefined;
  /** The time of this instant. */
  readonly now?: (() => Date) | undefined;
}

/** The options with environment and defaults filled in. */
export interface Resolved {
  readonly server: string;
  readonly authMethod: AuthMethod;
  readonly email: string | undefined;
  readonly password: Secret | undefined;
  readonly accessToken: Secret | undefined;
  readonly csrfToken: Secret | undefined;
  readonly isInsecure: boolean;
}

const DEFAULT_SERVER = 'https://cloud.dify.ai';
const METHODS: readonly AuthMethod[] = ['Password', 'Code', 'AccessToken'];

/** @throws {ConnectError} `invalid_auth_method`, `invalid_server` */
export function resolveOptions(options: ConnectOptions): Resolved {
  const env = options.env ?? processEnvironment();
  const pick = (argument: string | undefined, name: string) => nonEmpty(argument) ?? nonEmpty(env[name]);
  const pickSecret = (argument: string | Secret | undefined, name: string) => {
    if (argument instanceof Secret) return argument;
    const text = pick(argument, name);
    return text === undefined ? undefined : new Secret(text);
  };
  const asked = pick(options.authMethod, 'PSDIFY_AUTH_METHOD') ?? 'Password';
  const authMethod = METHODS.find((method) => method.toLowerCase() === asked.toLowerCase());
  if (authMethod === undefined) {
    throw new ConnectError(
      'invalid_auth_method',
      "Invalid value for AuthMethod. Must be 'Password', 'Code', or 'AccessToken'.",
    );
  }
  return {
    server: checkServer(pick(options.server, 'PSDIFY_URL') ?? DEFAULT_SERVER),
    authMethod,
    email: pick(options.email, 'PSDIFY_EMAIL'),
    password: pickSecret(options.password, 'PSDIFY_PASSWORD'),
    accessToken: pickSecret(options.accessToken, 'PSDIFY_ACCESS_TOKEN'),
    csrfToken: pickSecret(options.csrfToken, 'PSDIFY_CSRF_TOKEN'),
    isInsecure: options.disableSslVerification ?? env.PSDIFY_DISABLE_SSL_VERIFICATION === 'true',
  };
}

/** @throws {ConnectError} `invalid_server` */
function checkServer(server: string): string {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ConnectError('invalid_server', `${server} is not an http or https address.`);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new ConnectError('invalid_server', `Only a host and a path make the address of a server: ${url.origin}`);
  }
  return server;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Node's own environment; empty in a browser. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return typeof process === 'undefined' ? {} : process.env;
}
