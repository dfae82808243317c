import { askVersion } from './ask-version.ts';
import { ConnectError } from './connect-error.ts';
import { type ConnectOptions, type Resolved, resolveOptions } from './connect-options.ts';
import { insecureTransport } from './insecure-transport.ts';
import { readPastedTokens } from './pasted-tokens.ts';
import { restoreSession } from './restore-session.ts';
import { canonicalServer, type SavedSession } from './saved-session.ts';
import { DifySession } from './session.ts';
import { signIn } from './sign-in.ts';
import { readClaims } from './token-claims.ts';
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
  const { server, email } = resolved;
  const { sessions, now = () => new Date() } = options;
  const transport = transportOf(options, resolved);
  const saved = options.force === true ? undefined : (options.saved ?? (await sessions?.load(server)));
  const reused = isWanted(saved, resolved)
    ? await admit(restoreSession(saved, { transport, now, sessions }))
    : undefined;
  const connected = reused ?? (await connectAnew());
  // Another program may have renewed a session that is used again; what it kept is newer.
  await sessions?.update(server, async (kept) =>
    reused !== undefined && kept?.accountId === saved?.accountId ? kept : connected.session.save(),
  );
  return { ...connected, server };

  async function connectAnew(): Promise<Connected> {
    const version = await askVersion(server, transport);
    const credentials = await signIn({ resolved, options, version, transport, now });
    const owner = { id: '', email: email ?? '' };
    const session = new DifySession({ server, version, credentials, owner, transport, now, sessions });
    return introduce(session, false);
  }
}

/** The way that requests of these options go. */
export function transportOf(options: ConnectOptions, { isInsecure }: Pick<Resolved, 'isInsecure'>): Transport {
  return options.transport ?? (isInsecure ? insecureTransport : fetchTransport);
}

/** Whether a session from before is of the server and the person that are asked for, as far as those are named. */
function isWanted(saved: SavedSession | undefined, resolved: Resolved): saved is SavedSession {
  if (saved === undefined || canonicalServer(saved.server) !== canonicalServer(resolved.server)) return false;
  if (resolved.email !== undefined && resolved.email.toLowerCase() !== saved.email.toLowerCase()) return false;
  if (resolved.authMethod !== 'AccessToken' || resolved.accessToken === undefined) return true;
  const { accessToken } = readPastedTokens(resolved.accessToken.reveal(), '');
  return readClaims(accessToken)?.userId === saved.accountId;
}

/** `undefined` when the server does not admit the session any more. */
async function admit(session: DifySession): Promise<Connected | undefined> {
  try {
    return await introduce(session, true);
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'profile_failed') return undefined;
    throw error;
  }
}

async function introduce(session: DifySession, isReused: boolean): Promise<Connected> {
  const { name, email } = await session.profile();
  return { server: session.server, version: session.version.text, name, email, isReused, session };
}
