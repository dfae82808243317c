import type { SsoConnectionId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { AuditDetails } from '../audit/audit-entry.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { policyAt } from '../policies/sign-in-policy.ts';
import {
  asciiDomain,
  type ConfiguredConnection,
  type ConnectionDomain,
  type ConnectionSettings,
  serves,
} from './configured-connection.ts';
import { keepingAnAdministrator } from './keeping-an-administrator.ts';
import { PUBLIC_MAIL_DOMAINS } from './public-mail-domains.ts';
import type { SsoProvider } from './sso-connection.ts';

const DOMAIN_TOKEN_BYTES = 24;

/** The secret of a provider as it is saved: `undefined` keeps the stored one. */
export type SavedSettings = Omit<ConnectionSettings, 'provider'> & {
  readonly provider: SsoProvider;
  readonly keepsSecret: boolean;
};

interface NewConnection {
  readonly settings: SavedSettings;
  /** Chosen by whoever connects, so that its addresses are known before it is; `undefined`: a new one. */
  readonly id?: SsoConnectionId | undefined;
}

/**
 * Connects an identity provider.
 *
 * @throws DomainError `invalid_param` (the id is in use), `sso_domain_public`, `sso_domain_taken`, `workspace_not_found`.
 */
export async function createConnection(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  { settings: { keepsSecret: _, ...settings }, id: chosen }: NewConnection,
): Promise<SsoConnectionId> {
  const { store, clock, secrets } = platform;
  const at = clock();
  const connection: ConfiguredConnection = {
    ...settings,
    id: chosen ?? secrets.newId<SsoConnectionId>(),
    domains: domainsFrom(platform, settings.domains, []),
    version: 1,
    createdAt: at,
    changedAt: at,
  };
  await store.transaction(async (stores) => {
    if ((await stores.ssoConnections.find(connection.id)) !== undefined) throw new DomainError('invalid_param');
    await requireWorkspace(stores, connection);
    if (!(await stores.ssoConnections.add(connection))) throw new DomainError('sso_domain_taken');
    await chooseExternalConnection(stores);
    const entry = { at, ...auditedAs(actor), subjectId: connection.id, origin, details: shown(connection) };
    await stores.audit.append({ ...entry, action: 'sso.connection_created' });
  });
  return connection.id;
}

interface Change {
  readonly id: SsoConnectionId;
  /** The one the settings were made from. */
  readonly version: number;
  readonly settings: SavedSettings;
}

/**
 * Changes a connection. The stored secret goes to nobody but the provider and client it was entered for, and no change
 * takes the last way in from those who have to use it.
 *
 * @throws DomainError `sso_connection_not_found`, `changed_meanwhile`, `sso_secret_needed`, `sso_settings_refused` (another
 *   protocol), `sso_domain_public`, `sso_domain_taken`, `workspace_not_found`, `sso_connection_serves`,
 *   `last_administrator`.
 */
export async function changeConnection(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  { id, version, settings: { keepsSecret, ...settings } }: Change,
): Promise<void> {
  const { store, clock } = platform;
  const at = clock();
  await store.transaction(async (stores) => {
    const before = await stores.ssoConnections.find(id);
    if (before === undefined) throw new DomainError('sso_connection_not_found');
    const after: ConfiguredConnection = {
      ...before,
      ...settings,
      provider: keepsSecret ? withStoredSecret(settings.provider, before.provider) : settings.provider,
      domains: domainsFrom(platform, settings.domains, before.domains),
      version: version + 1,
      changedAt: at,
    };
    if (before.provider.protocol !== after.provider.protocol) {
      throw new DomainError('sso_settings_refused', { message: 'A connection keeps its protocol.' });
    }
    await requireWorkspace(stores, after);
    await keepingAnAdministrator(stores, async () => {
      const kept = await stores.ssoConnections.replace(after, version);
      if (kept === 'changed_meanwhile') throw new DomainError('changed_meanwhile');
      if (kept === 'domain_taken') throw new DomainError('sso_domain_taken');
    });
    await requireServing(platform, stores);
    await chooseExternalConnection(stores);
    const details = { before: shown(before), after: shown(after) };
    const entry = { at, ...auditedAs(actor), subjectId: id, origin, details };
    await stores.audit.append({ ...entry, action: 'sso.connection_changed' });
  });
}

/**
 * Deletes a connection with every identity that came by it; the sessions that those opened end.
 *
 * @throws DomainError `sso_connection_not_found`, `sso_connection_serves`, `last_administrator`.
 */
export async function deleteConnection(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: SsoConnectionId,
): Promise<void> {
  const { store, clock } = platform;
  const at = clock();
  await store.transaction(async (stores) => {
    const before = await stores.ssoConnections.find(id);
    if (before === undefined) throw new DomainError('sso_connection_not_found');
    const identities = await stores.identities.listOfConnection(id);
    for (const identity of identities) {
      await stores.consoleSessions.revokeByIdentity(identity.id, at);
      await stores.adminSessions.revokeByIdentity(identity.id, at);
    }
    await keepingAnAdministrator(stores, async () => {
      if (!(await stores.ssoConnections.remove(id))) throw new DomainError('sso_connection_not_found');
    });
    await requireServing(platform, stores);
    await chooseExternalConnection(stores);
    const details = { ...shown(before), identities: identities.length };
    const entry = { at, ...auditedAs(actor), subjectId: id, origin, details };
    await stores.audit.append({ ...entry, action: 'sso.connection_deleted' });
  });
}

/** While single sign-on is enforced, a connection must be left that serves workspaces. */
async function requireServing({ clock }: Pick<Platform, 'clock'>, stores: Stores): Promise<void> {
  const policy = policyAt(await stores.policy.get(), clock());
  if (policy.sso && policy.ssoEnforced && policy.ssoProtocol === null) throw new DomainError('sso_connection_serves');
}

async function requireWorkspace(stores: Stores, { accountCreation }: ConfiguredConnection): Promise<void> {
  const { workspaceId } = accountCreation;
  if (workspaceId !== null && (await stores.workspaces.find(workspaceId)) === undefined) {
    throw new DomainError('workspace_not_found');
  }
}

/** External users come by the oldest connection that is for them. */
async function chooseExternalConnection(stores: Stores): Promise<void> {
  const serving = (await stores.ssoConnections.list()).find((connection) => serves(connection, 'webapp_external'));
  const externalConnectionId = serving?.id ?? null;
  const { settings, version } = await stores.settings.get();
  if (settings.externalConnectionId === externalConnectionId) return;
  if (!(await stores.settings.set({ ...settings, externalConnectionId }, version))) {
    throw new DomainError('changed_meanwhile');
  }
}

/** Domains that stay keep their proof. */
function domainsFrom(
  { secrets }: Pick<Platform, 'secrets'>,
  wanted: readonly string[],
  known: readonly ConnectionDomain[],
): ConnectionDomain[] {
  return [...new Set(wanted.map(asciiDomain))].map((domain) => {
    if (PUBLIC_MAIL_DOMAINS.has(domain)) throw new DomainError('sso_domain_public');
    const fresh = () => ({ domain, token: secrets.newToken(DOMAIN_TOKEN_BYTES), provenAt: null });
    return known.find((other) => other.domain === domain) ?? fresh();
  });
}

/** @throws DomainError `sso_secret_needed` when it would go to another provider or client. */
function withStoredSecret(provider: SsoProvider, stored: SsoProvider): SsoProvider {
  if (provider.protocol === 'oidc' && stored.protocol === 'oidc') {
    const isSame = provider.issuer === stored.issuer && provider.clientId === stored.clientId;
    return keep(provider, stored.clientSecret, isSame);
  }
  if (provider.protocol === 'oauth2' && stored.protocol === 'oauth2') {
    const isSame =
      provider.tokenUrl === stored.tokenUrl &&
      provider.clientId === stored.clientId &&
      provider.tokenAuthentication === stored.tokenAuthentication;
    return keep(provider, stored.clientSecret, isSame);
  }
  return provider;
}

function keep<P extends { readonly clientSecret: string | null }>(
  provider: P,
  clientSecret: string | null,
  isSame: boolean,
): P {
  if (!isSame && clientSecret !== null) throw new DomainError('sso_secret_needed');
  return { ...provider, clientSecret };
}

/** What the audit log shows of a connection: no secret, and no picture. */
function shown({
  name,
  provider,
  isEnabled,
  uses,
  domains,
  accountCreation,
  sessionSeconds,
}: ConfiguredConnection): AuditDetails {
  return {
    name,
    enabled: isEnabled,
    uses,
    domains: domains.map(({ domain }) => domain),
    creates_accounts: accountCreation.isEnabled,
    session_seconds: sessionSeconds,
    provider: providerShown(provider),
  };
}

function providerShown(provider: SsoProvider): AuditDetails {
  switch (provider.protocol) {
    case 'saml':
      return { protocol: 'saml', entity_id: provider.entityId, sso_url: provider.ssoUrl };
    case 'oidc':
      return { protocol: 'oidc', issuer: provider.issuer, client_id: provider.clientId };
    case 'oauth2':
      return { protocol: 'oauth2', token_url: provider.tokenUrl, client_id: provider.clientId };
  }
}
