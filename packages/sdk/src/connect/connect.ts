import { askVersion } from './ask-version.ts';
import { ConnectError } from './connect-error.ts';
import { type ConnectOptions, type Resolved, resolveOptions } from './connect-options.ts';
import { insecureTransport } from './insecure-transport.ts';
import { isWanted } from './is-session-for.ts';
import type { Profile } from './profile.ts';
import { restoreSession } from './restore-session.ts';
import type { SavedSession } from './saved-session.ts';
import { DifySession } from './session.ts';
import { signIn } from './sign-in.ts';
import { fetchTransport, type Transport } from './transport.ts';
import { isPassing } from './wire-call.ts';

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
  const reused =
    saved !== undefined && isWanted(saved, resolved)
      ? await admit(saved, restoreSession(saved, { transport, now, sessions }), resolved)
      : undefined;
  const connected = reused ?? (await connectAnew());
  // Of a session from the store, another program may have renewed or ended it since; what it left there is newer.
  const isFromStore = reused !== undefined && options.saved === undefined;
  await sessions?.update(server, async (kept) => (isFromStore ? kept : connected.session.save()));
  return { ...connected, server };

  async function connectAnew(): Promise<Connected> {
    const version = await askVersion(server, transport);
    const credentials = await signIn({ resolved, options, version, transport, now });
    const owner = { id: '', email: email ?? '' };
    const session = new DifySession({ server, version, credentials, owner, transport, now, sessions });
    return introduce(session, await session.profile(), false);
  }
}

/** The way that requests of these options go. */
export function transportOf(options: ConnectOptions, { isInsecure }: Pick<Resolved, 'isInsecure'>): Transport {
  return options.transport ?? (isInsecure ? insecureTransport : fetchTransport);
}

/** `undefined` when the server does not admit the session any more, or knows it as somebody else's by now. */
async function admit(saved: SavedSession, session: DifySession, resolved: Resolved): Promise<Connected | undefined> {
  try {
    const profile = await session.profile();
    const isTheirs = profile.id === saved.accountId && isWanted({ ...saved, email: profile.email }, resolved);
    return isTheirs ? introduce(session, profile, true) : undefined;
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'profile_failed' && !isPassing({ status: error.status ?? 0 }))
      return undefined;
    throw error;
  }
}

function introduce(session: DifySession, { name, email }: Profile, isReused: boolean): Connected {
  return { server: session.server, version: session.version.text, name, email, isReused, session };
}
