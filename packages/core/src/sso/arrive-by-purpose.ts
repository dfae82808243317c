import type { ExternalUserId, Language, SsoConnectionId } from '@latchkey/contract/vocabulary';
import { type IssuedAdminSession, openAdminSession } from '../administrators/open-admin-session.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { confirmEnforcement } from '../policies/settle-enforcement.ts';
import { letIn, type SignInResult } from '../sessions/let-in.ts';
import type { ExternalUser } from '../webapps/external-user.ts';
import { type ConfiguredConnection, serves } from './configured-connection.ts';
import type { ProviderIdentity } from './connector.ts';
import type { AccountDecision } from './decide-account.ts';
import { identifyAccount, linkIdentity, weighIdentity } from './identify-account.ts';
import type { Identity, SessionProof } from './identity.ts';
import { PENDING_LINK_BYTES, PENDING_LINK_TTL_SECONDS } from './pending-link.ts';
import type { SsoProvider } from './sso-connection.ts';
import { shownClaims } from './sso-failure.ts';
import { SsoRefusal } from './sso-refusal.ts';
import type { SsoPurpose } from './sso-transaction.ts';

type Of<Kind extends SsoPurpose['kind']> = Extract<SsoPurpose, { kind: Kind }>;

export interface SsoArrival {
  readonly connection: ConfiguredConnection;
  readonly person: ProviderIdentity;
  readonly purpose: Exclude<SsoPurpose, { kind: 'test' }>;
  /** What an account that begins speaks. */
  readonly language: Language;
  /** Nobody here asked for it: bound to no browser, it must link nothing. */
  readonly isUnsolicited?: boolean;
}

export type Arrived =
  | {
      readonly kind: 'signed_in';
      readonly result: SignInResult;
      readonly purpose: Of<'workspace' | 'webapp_members'>;
    }
  | { readonly kind: 'administration'; readonly issued: IssuedAdminSession; readonly purpose: Of<'administration'> }
  /** Somebody has to prove another way in first; the token goes into a cookie. */
  | { readonly kind: 'pending'; readonly token: string; readonly purpose: Of<'workspace' | 'webapp_members'> }
  | { readonly kind: 'linked'; readonly purpose: Of<'link'> }
  /** Somebody nobody here knows, who started at the provider: has to start here. */
  | { readonly kind: 'start_here'; readonly connectionId: SsoConnectionId; readonly purpose: Of<'workspace'> }
  | {
      readonly kind: 'external';
      readonly user: ExternalUser;
      /** Until when the provider's word holds. */
      readonly endsAt: Date;
      /** The provider that vouches for them. */
      readonly issuer: string;
      readonly purpose: Of<'webapp_external' | 'device_external'>;
    };

interface Shared {
  readonly platform: Platform;
  readonly origin: Origin;
  readonly connection: ConfiguredConnection;
  readonly person: ProviderIdentity;
  readonly language: Language;
}

/** What becomes of somebody whom a provider vouches for. */
export async function arriveByPurpose(
  platform: Platform,
  origin: Origin,
  { purpose, isUnsolicited = false, ...arrival }: SsoArrival,
): Promise<Arrived> {
  const shared = { platform, origin, ...arrival };
  switch (purpose.kind) {
    case 'workspace':
      return isUnsolicited ? returnKnown(shared, purpose) : signIn(shared, purpose);
    case 'webapp_members':
      return signIn(shared, purpose);
    case 'administration':
      return enterAdministration(shared, purpose);
    case 'link':
      return link(shared, purpose);
    case 'webapp_external':
    case 'device_external':
      return {
        kind: 'external',
        purpose,
        user: await visit(shared),
        endsAt: endOf(shared),
        issuer: issuerOf(arrival.connection.provider),
      };
  }
}

async function returnKnown(shared: Shared, purpose: Of<'workspace'>): Promise<Arrived> {
  const { platform, connection, person } = shared;
  const known = await platform.store.identities.find(connection.id, person.subject);
  return known === undefined ? { kind: 'start_here', connectionId: connection.id, purpose } : signIn(shared, purpose);
}

async function signIn(shared: Shared, purpose: Of<'workspace' | 'webapp_members'>): Promise<Arrived> {
  const { platform, origin, connection, person, language } = shared;
  const invitedEmail = purpose.kind === 'workspace' ? purpose.invitedEmail : null;
  return platform.store.transaction(async (stores): Promise<Arrived> => {
    const found = await identifyAccount(platform, stores, origin, { connection, person, language, invitedEmail });
    if (found === undefined) return { kind: 'pending', purpose, token: await wait(shared, stores) };
    const { account, identity, decision } = found;
    if (serves(connection, 'workspace')) await confirmEnforcement(platform, stores, origin, account);
    const proof = proofOf(shared, identity);
    const details = shown(shared, decision);
    const entering = { account, method: 'sso' as const, way: 'sso' as const, proof, details };
    return { kind: 'signed_in', purpose, result: await letIn(platform, stores, origin, entering) };
  });
}

async function enterAdministration(shared: Shared, purpose: Of<'administration'>): Promise<Arrived> {
  const { platform, origin, connection, person, language } = shared;
  const { store, clock } = platform;
  return store.transaction(async (stores): Promise<Arrived> => {
    const arrival = { connection, person, language, mayBegin: false };
    const { decision } = await weighIdentity(platform, stores, arrival);
    const account = 'account' in decision ? decision.account : undefined;
    const isTheirs = account?.status === 'active' && (await stores.administrators.has(account.id));
    if (!isTheirs) throw new DomainError('authentication_failed', { rule: 'not_administrator' });
    const found = await identifyAccount(platform, stores, origin, arrival);
    if (found === undefined) throw new DomainError('authentication_failed', { rule: 'not_administrator' });
    if (serves(connection, 'workspace')) await confirmEnforcement(platform, stores, origin, account);
    const { email, id: accountId } = account;
    const details = { door: 'administration', ...shown(shared, decision) };
    const attempt = { origin, at: clock(), method: 'sso' as const, email, accountId, details };
    await stores.attempts.append({ ...attempt, refusal: null, rule: null });
    const opening = { account, proof: proofOf(shared, found.identity) };
    const issued = await openAdminSession(platform, stores, origin, opening);
    return { kind: 'administration', purpose, issued: { ...issued, hasOneTimePassword: false } };
  });
}

/** The person who asked is still signed in, and nobody else has the identity. */
async function link(shared: Shared, purpose: Of<'link'>): Promise<Arrived> {
  const { platform, origin, connection, person } = shared;
  const { store, clock } = platform;
  return store.transaction(async (stores): Promise<Arrived> => {
    const asking = await stores.consoleSessions.findAdmitted(purpose.sessionId);
    const isSignedIn = asking?.session.revokedAt === null && clock() < asking.session.expiresAt;
    if (asking === undefined || !isSignedIn || asking.account.status !== 'active') {
      throw new DomainError('unauthorized', { rule: 'sso_refused' });
    }
    const known = await stores.identities.find(connection.id, person.subject);
    if (known?.accountId === asking.account.id) return { kind: 'linked', purpose };
    if (known !== undefined) throw new DomainError('identity_taken', { rule: 'sso_refused' });
    await linkIdentity(platform, stores, origin, { account: asking.account, person, rule: 'proven_credential' });
    return { kind: 'linked', purpose };
  });
}

/** Keeps whom the provider vouched for until somebody proves an account, and writes down why. */
async function wait(
  shared: Shared,
  stores: Parameters<Parameters<Platform['store']['transaction']>[0]>[0],
): Promise<string> {
  const { platform, origin, connection, person } = shared;
  const { clock, secrets } = platform;
  const at = clock();
  const token = secrets.newToken(PENDING_LINK_BYTES);
  const { subject, email, name } = person;
  const expiresAt = addSeconds(at, PENDING_LINK_TTL_SECONDS);
  const link = { tokenHash: secrets.digest(token), connectionId: connection.id, subject, email, name };
  await stores.pendingLinks.add({ ...link, createdAt: at, expiresAt });
  await stores.attempts.append({
    origin,
    at,
    method: 'sso',
    email: email ?? '',
    accountId: null,
    refusal: 'account_not_found',
    rule: 'sso_no_account',
    details: shown(shared, { kind: 'proves' }),
  });
  return token;
}

async function visit({ platform, origin, connection, person }: Shared): Promise<ExternalUser> {
  const { store, clock, secrets } = platform;
  const at = clock();
  const { subject, email, name } = person;
  // Whoever opens a WebApp is called by an address: one that nobody vouches for is not theirs.
  if (email === null || !person.emailVerified) {
    throw new SsoRefusal('answer_malformed', 'the provider does not vouch for a mail address', {
      claims: person.claims,
    });
  }
  const id = secrets.newId<ExternalUserId>();
  const fresh = { id, connectionId: connection.id, subject, email, name, createdAt: at, lastVisitAt: at };
  const user = await store.externalUsers.visit(fresh);
  if (user.refusedAt !== null) throw new DomainError('external_user_refused', { rule: 'webapp_refused' });
  const details = { door: 'webapps', external_user: user.id, ...shownClaims(person.claims) };
  const attempt = { origin, at, method: 'sso' as const, email, accountId: null, details };
  await store.attempts.append({ ...attempt, refusal: null, rule: null });
  return user;
}

/** What the session ends with, and when the provider is asked again. */
function proofOf(shared: Shared, { id: identityId }: Identity): SessionProof {
  return { identityId, providerSession: shared.person.providerSession, endsAt: endOf(shared) };
}

/** When the provider is asked again: after the connection's time, or sooner where the provider says so. */
function endOf({ platform, connection, person }: Shared): Date {
  const longest = addSeconds(platform.clock(), connection.sessionSeconds);
  const { endsAt } = person;
  return endsAt !== null && endsAt < longest ? endsAt : longest;
}

function shown({ connection, person }: Shared, decision: AccountDecision) {
  const rule = 'rule' in decision ? { rule: decision.rule } : {};
  const { id: connection_id, name } = connection;
  return { connection_id, connection: name, code: decision.kind, ...rule, ...shownClaims(person.claims) };
}

/** How a provider is called outside. */
function issuerOf(provider: SsoProvider): string {
  switch (provider.protocol) {
    case 'saml':
      return provider.entityId;
    case 'oidc':
      return provider.issuer;
    case 'oauth2':
      return provider.issuer ?? new URL(provider.authorizationUrl).origin;
  }
}
