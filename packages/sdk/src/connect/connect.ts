import { askVersion } from './ask-version.ts';
import { ConnectError } from './connect-error.ts';
import { type ConnectOptions, type Resolved, resolveOptions } from './connect-options.ts';
import { insecureTransport } from './insecure-transport.ts';
import { sameServer } from './saved-session.ts';
import { DifySession, restoreSession } from './session.ts';
import { signIn } from './sign-in.ts';
import { fetchTransport, type Transport } from './transport.ts';

/** Who signed in, and where. */
export interface Connected {
  /** As it was given. */
  readonly server: string;
  readonly version: string;
  readonly name: string;
  /** In the server's spelling. */
  readonly email: string;
  /** Whether a session from before was used again. */
  readonly isReused: boolean;
  readonly session: DifySession;
}

/**
 * Signs in to a Dify server of any generation, by password, by a code from a letter, or with tokens from a browser.
 *
 * @example
 * ```ts
 * const { session, name } = await connect({
 *   server: 'https://dify.example.com',
 *   email: 'ann@example.com',
 *   password: 'violet harbour 7',
 * });
 * console.log(`Signed in as ${name}`);
 * await session.disconnect();
 * ```
 *
 * @example With tokens that were copied from a browser
 * ```ts
 * await connect({ authMethod: 'AccessToken', accessToken: '…', csrfToken: '…' });
 * ```
 *
 * @throws {ConnectError} whose `code` says why
 */
export async function connect(options: ConnectOptions = {}): Promise<Connected> {
  const resolved = resolveOptions(options);
  const transport = transportOf(options, resolved);
  const now = options.now ?? (() => new Date());
  const reused = await reuse(options, resolved, transport, now);
  if (reused !== undefined) return reused;

  const version = await askVersion(resolved.server, transport);
  const credentials = await signIn({ resolved, options, version, transport, now });
  const unknown = { id: '', email: resolved.email ?? '' };
  const { server } = resolved;
  const session = new DifySession({ server, version, credentials, profile: unknown, transport, now });
  const { name, email } = await session.profile();
  return { server, version: version.text, name, email, isReused: false, session };
}

/** The way that requests of these options go. */
export function transportOf(options: ConnectOptions, { isInsecure }: Pick<Resolved, 'isInsecure'>): Transport {
  return options.transport ?? (isInsecure ? insecureTransport : fetchTransport);
}

/** A session from before is used again only when it is certainly the wanted one, and the server still admits it. */
async function reuse(
  { saved, force, authMethod }: ConnectOptions,
  resolved: Resolved,
  transport: Transport,
  now: () => Date,
): Promise<Connected | undefined> {
  if (saved === undefined || force === true || !sameServer(saved.server, resolved.server)) return undefined;
  const isOfAnother = resolved.email !== undefined && resolved.email.toLowerCase() !== saved.email.toLowerCase();
  // Pasted tokens may be anybody's: they are what is wanted now.
  const bringsTokens =
    resolved.authMethod === 'AccessToken' && (authMethod !== undefined || resolved.accessToken !== undefined);
  if (isOfAnother || bringsTokens) return undefined;
  const session = restoreSession(saved, transport, now);
  try {
    const { name, email } = await session.profile();
    return { server: resolved.server, version: session.version.text, name, email, isReused: true, session };
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'profile_failed') return undefined;
    throw error;
  }
}
