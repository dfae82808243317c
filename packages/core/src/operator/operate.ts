import type { AccountId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { newAccount } from '../accounts/new-account.ts';
import { auditedAs } from '../administrators/administrator.ts';
import { ADMINISTRATOR_LINK_TTL_SECONDS, LINK_TOKEN_BYTES } from '../credentials/one-time-link.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { liftLocks } from '../limits/password-tries.ts';
import { type Switches, switchesOf } from '../policies/change-sign-in-policy.ts';
import { policyAt } from '../policies/sign-in-policy.ts';

/** Whoever has the server's shell has the keys of the house; what they do is written down all the same. */
const OPERATOR = auditedAs({ kind: 'operator' });
/** Nothing comes over a network here. */
const AT_THE_SHELL: Origin = { ip: '', userAgent: 'latchkey admin', reference: '' };

/**
 * Makes somebody a system administrator, creating the account if the address has none, and cuts a link that signs them
 * in once.
 */
export async function createAdministrator(
  platform: Platform,
  { email, name }: { readonly email: string; readonly name: string | undefined },
): Promise<string> {
  const { store, clock, secrets } = platform;
  const at = clock();
  const account = await store.transaction(async (stores) => {
    const known = await stores.accounts.findByEmail(email);
    const id = secrets.newId<AccountId>();
    const account = known ?? newAccount({ id, email, name, language: 'en-US', createdAt: at });
    if (known === undefined) await stores.accounts.add(account);
    else if (known.status !== 'active') await stores.accounts.setStatus(known.id, 'active');
    await stores.administrators.add(account.id, at);
    await stores.instance.markSetUp(at);
    const entry = { at, ...OPERATOR, subjectId: account.id, origin: AT_THE_SHELL, details: { email } };
    await stores.audit.append({ ...entry, action: 'administrator.added' });
    return account;
  });
  return cutLink(platform, account);
}

/**
 * Cuts a link that signs a system administrator in to the administration: once, within ten minutes.
 *
 * @throws DomainError `account_unknown` when the address is not one of theirs.
 */
export async function cutAdministratorLink(platform: Platform, email: string): Promise<string> {
  const account = await platform.store.accounts.findByEmail(email);
  const isTheirs = account?.status === 'active' && (await platform.store.administrators.has(account.id));
  if (account === undefined || !isTheirs) throw new DomainError('account_unknown');
  return cutLink(platform, account);
}

/** Forgets the wrong passwords and codes of an address. @throws DomainError `account_unknown`. */
export async function liftLock({ store, clock }: Platform, email: string): Promise<void> {
  const account = await store.accounts.findByEmail(email);
  if (account === undefined) throw new DomainError('account_unknown');
  await store.transaction(async (stores) => {
    await liftLocks(stores.limits, email);
    const entry = { at: clock(), ...OPERATOR, subjectId: account.id, origin: AT_THE_SHELL, details: {} };
    await stores.audit.append({ ...entry, action: 'account.lock_lifted' });
  });
}

/** Switches ways in, whatever anybody else does to them at the same time. */
export async function setSwitches({ store, clock }: Platform, switches: Partial<Switches>): Promise<void> {
  await store.transaction(async (stores) => {
    const before = policyAt(await stores.policy.get(), clock());
    const isTouched = switches.sso !== undefined || switches.ssoEnforced !== undefined;
    // The operator's word needs no confirmation, and takes back what waits for one.
    const after = { ...before, ...switches, ...(isTouched && { enforcement: null }) };
    await stores.policy.set(after);
    const entry = {
      at: clock(),
      ...OPERATOR,
      origin: AT_THE_SHELL,
      details: { before: switchesOf(before), after: switchesOf(after) },
    };
    await stores.audit.append({ ...entry, action: 'policy.changed' });
  });
}

async function cutLink({ store, clock, secrets, rules }: Platform, account: Account): Promise<string> {
  const at = clock();
  const token = secrets.newToken(LINK_TOKEN_BYTES);
  await store.transaction(async (stores) => {
    await stores.links.add({
      tokenHash: secrets.digest(token),
      purpose: 'administrator_sign_in',
      accountId: account.id,
      createdAt: at,
      expiresAt: addSeconds(at, ADMINISTRATOR_LINK_TTL_SECONDS),
    });
    const details = { email: account.email };
    const entry = { at, ...OPERATOR, subjectId: account.id, origin: AT_THE_SHELL, details };
    await stores.audit.append({ ...entry, action: 'administrator.link_cut' });
  });
  return `${rules.publicUrl}/admin/enter#${token}`;
}
