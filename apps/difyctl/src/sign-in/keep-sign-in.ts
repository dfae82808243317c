import { addContext } from '../contexts/change-contexts.ts';
import type { Context } from '../contexts/context.ts';
import type { StoredAccount, TokenStorage } from '../contexts/hosts.ts';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { paintFor } from '../terminal/paint.ts';
import type { DifyHost } from './parse-host.ts';
import type { Approval } from './read-answers.ts';

/**
 * Stores an approved sign-in as the active context: the token first, so that a context without one is never left behind.
 *
 * @throws {Failure} when it cannot be kept; `giveUp` is run before
 */
export async function keepSignIn(
  approval: Approval,
  host: DifyHost,
  shell: Shell,
  giveUp: () => Promise<unknown>,
): Promise<StoredAccount> {
  try {
    return await store(approval, host, shell);
  } catch (error) {
    await giveUp().catch(() => undefined);
    throw error;
  }
}

async function store(approval: Approval, place: DifyHost, shell: Shell): Promise<StoredAccount> {
  const { host, scheme, basePath } = place;
  const email = approval.externalSubject?.email ?? approval.account.email;
  if (email === '') {
    throw new Failure('not_logged_in', 'account has no email; cannot store credential', {
      hint: 'this Dify instance returned no email for the signed-in subject',
    });
  }
  const tokenStorage = await chooseStorage(shell);
  const { token, ...facts } = approval;
  const stored = { ...facts, tokenStorage, basePath, insecure: place.insecure || undefined };
  await shell.secrets.at(tokenStorage).write(host, email, token);
  const replaced = await shell.contexts.update((hosts) => addContext(hosts, { host, scheme, email, stored }));
  await removeStaleTokens(replaced, { email, tokenStorage }, shell);
  return stored;
}

/** The system's credential store if it keeps what it is given, else the sealed file. */
async function chooseStorage(shell: Shell): Promise<TokenStorage> {
  const state = await shell.secrets.probe();
  if (state === 'locked') {
    const { yellow } = paintFor(shell, shell.err);
    shell.err.write(`${yellow('!')} the OS keychain is locked; the token goes to a sealed file\n`);
  }
  return state === 'open' ? 'keychain' : 'file';
}

/** A token that lies in another place, or under an earlier mail address, would never be looked at again. */
async function removeStaleTokens(
  replaced: readonly Context[],
  kept: Pick<Context, 'email' | 'tokenStorage'>,
  { secrets }: Shell,
): Promise<void> {
  for (const { host, email, tokenStorage } of replaced) {
    if (email === kept.email && tokenStorage === kept.tokenStorage) continue;
    await secrets
      .at(tokenStorage)
      .remove(host, email)
      .catch(() => undefined);
  }
}
