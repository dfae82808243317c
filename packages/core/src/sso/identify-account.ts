import type { AccountId, IdentityId, Language } from '@latchkey/contract/vocabulary';
import { normalizeEmail } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { createAccount } from '../accounts/create-account.ts';
import { newAccount } from '../accounts/new-account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { decideEntry } from '../policies/account-entry.ts';
import { allowsMethod, policyAt } from '../policies/sign-in-policy.ts';
import { defaultWorkspace } from '../workspaces/default-workspace.ts';
import { type ConfiguredConnection, createsAccountFor, domainOf, proofOf, roleFor } from './configured-connection.ts';
import type { ProviderIdentity } from './connector.ts';
import { type AccountDecision, decideAccount } from './decide-account.ts';
import type { Identity } from './identity.ts';

interface Arrival {
  readonly connection: ConfiguredConnection;
  readonly person: ProviderIdentity;
  /** The address of the letter whose link they came by. */
  readonly invitedEmail?: string | null;
  /** Whether an account may begin at this door. */
  readonly mayBegin?: boolean;
}

export interface Weighed {
  readonly decision: AccountDecision;
  readonly identity: Identity | undefined;
  /** Whether the account that would begin gets a space of its own. */
  readonly createsPersonalSpace: boolean;
}

/** Decides whose account somebody is, with everything as it is now; changes nothing. */
export async function weighIdentity(
  { clock, rules }: Pick<Platform, 'clock' | 'rules'>,
  stores: Stores,
  { connection, person, invitedEmail = null, mayBegin = true }: Arrival,
): Promise<Weighed> {
  const now = clock();
  const policy = policyAt(await stores.policy.get(), now);
  const identity = await stores.identities.find(connection.id, person.subject);
  const email = addressOf(person);
  const sameAddress = email === undefined ? undefined : await stores.accounts.findByEmail(email);
  const invitations = sameAddress?.status === 'pending' ? await stores.invitations.listOpen(sameAddress.id, now) : [];
  const { accountCreation, domains } = connection;
  const entry = decideEntry({
    way: 'sso',
    account: 'unknown',
    hasWorkspace: (await startingWorkspace(rules, stores, connection)) !== undefined,
    createsAccounts: email !== undefined && createsAccountFor(accountCreation, email),
    ...policy,
  });
  const domain = domains.find((candidate) => email !== undefined && candidate.domain === domainOf(email));
  const decision = decideAccount({
    linked: identity && (await stores.accounts.find(identity.accountId)),
    sameAddress,
    isVerified: email !== undefined && person.emailVerified,
    isInvited: invitations.length > 0,
    bringsLetter: email !== undefined && invitedEmail === email,
    isDomainProven: domain !== undefined && proofOf(domain, rules.provenDomains) !== 'none',
    mayCreate: mayBegin && entry.kind !== 'refused',
    canProve: allowsMethod(policy, 'password') || allowsMethod(policy, 'email_code'),
  });
  return { decision, identity, createsPersonalSpace: entry.kind === 'enters' && entry.createsPersonalSpace };
}

/**
 * Makes true what was decided, in the caller's transaction: the account, and the identity that stands for it from now
 * on. `undefined` where somebody has to prove another way in first.
 *
 * @throws DomainError `account_banned`, `account_not_found`; `sso_failed` when somebody else was linked in between.
 */
export async function identifyAccount(
  platform: Platform,
  stores: Stores,
  origin: Origin,
  arrival: Arrival & { readonly language: Language },
): Promise<{ readonly account: Account; readonly identity: Identity; readonly decision: AccountDecision } | undefined> {
  const weighed = await weighIdentity(platform, stores, arrival);
  const { decision } = weighed;
  const { person } = arrival;
  switch (decision.kind) {
    case 'refused':
      throw new DomainError(decision.rule === 'banned' ? 'account_banned' : 'account_not_found', {
        rule: decision.rule,
      });
    case 'proves':
      return undefined;
    case 'signs_in': {
      const { identity } = weighed;
      if (identity === undefined) throw new DomainError('sso_failed');
      await stores.identities.noteUse(identity.id, platform.clock(), person);
      return { account: decision.account, identity, decision };
    }
    case 'links': {
      const { account, rule } = decision;
      return { account, decision, identity: await linkIdentity(platform, stores, origin, { account, person, rule }) };
    }
    case 'creates': {
      const account = await begin(platform, stores, origin, arrival, weighed.createsPersonalSpace);
      const rule = 'created' as const;
      return { account, decision, identity: await linkIdentity(platform, stores, origin, { account, person, rule }) };
    }
  }
}

interface Link {
  readonly account: Account;
  readonly person: Pick<ProviderIdentity, 'connectionId' | 'subject' | 'email' | 'name'>;
  readonly rule: Identity['rule'];
}

/**
 * Links an identity to an account, in the caller's transaction.
 *
 * @throws DomainError `identity_taken`; of two at once exactly one succeeds.
 */
export async function linkIdentity(
  { clock, secrets }: Pick<Platform, 'clock' | 'secrets'>,
  stores: Stores,
  origin: Origin,
  { account, person, rule }: Link,
): Promise<Identity> {
  const at = clock();
  const { connectionId, subject, email, name } = person;
  const identity: Identity = {
    id: secrets.newId<IdentityId>(),
    connectionId,
    subject,
    accountId: account.id,
    email,
    name,
    rule,
    createdAt: at,
    lastUsedAt: at,
  };
  if (!(await stores.identities.add(identity))) throw new DomainError('identity_taken', { rule: 'sso_refused' });
  const details = { connection_id: connectionId, subject, rule };
  const entry = { at, actorId: account.id, subjectId: identity.id, origin, details };
  await stores.audit.append({ ...entry, action: 'identity.linked' });
  return identity;
}

async function begin(
  platform: Platform,
  stores: Stores,
  origin: Origin,
  { connection, person, language }: Arrival & { readonly language: Language },
  createsPersonalSpace: boolean,
): Promise<Account> {
  const email = addressOf(person);
  if (email === undefined) throw new DomainError('account_not_found', { rule: 'sso_no_account' });
  const account = newAccount({
    id: platform.secrets.newId<AccountId>(),
    email,
    name: person.name?.trim().slice(0, 80) || undefined,
    language,
    createdAt: platform.clock(),
  });
  const workspaceId = await startingWorkspace(platform.rules, stores, connection);
  const place = { workspaceId, role: roleFor(connection.accountCreation, person.groups) };
  await createAccount(platform, stores, origin, { account, createsPersonalSpace, way: 'sso', place });
  return account;
}

/** Where an account begins here: in the connection's workspace while it is open, else in the default one. */
async function startingWorkspace(rules: Platform['rules'], stores: Stores, { accountCreation }: ConfiguredConnection) {
  const { workspaceId } = accountCreation;
  const own = workspaceId === null ? undefined : await stores.workspaces.find(workspaceId);
  return own?.status === 'normal' ? own.id : defaultWorkspace(rules, stores);
}

/** The address that the provider names, as accounts have theirs. */
function addressOf({ email }: Pick<ProviderIdentity, 'email'>): string | undefined {
  return email === null ? undefined : normalizeEmail(email);
}
