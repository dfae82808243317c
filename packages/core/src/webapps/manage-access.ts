import type { WebAppId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { endRefusedSessions } from './end-refused-sessions.ts';
import { requireManaged } from './require-managed.ts';
import type { Access, PublishedWebApp, WebApp } from './webapp.ts';

/**
 * Chooses who may open a WebApp; returns how many open sessions that ended.
 *
 * @throws DomainError `webapp_not_found`, `forbidden`, `group_not_found`, `account_unknown`, `no_sso_connection`.
 */
export async function changeAccess(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  id: WebAppId,
  access: Access,
): Promise<number> {
  const at = platform.clock();
  return platform.store.transaction(async (stores) => {
    const webApp = await requireManaged(stores, account, id);
    const { accessMode, groupIds, accountIds } = access;
    if (accessMode === 'sso_verified' && platform.rules.externalConnectionId === null) {
      throw new DomainError('no_sso_connection');
    }
    await requireChoosable(stores, webApp, access);
    const before = await stores.webApps.chosen(id);
    const ended = await endRefusedSessions(platform, stores, { webAppIds: [id], now: at }, async () => {
      await stores.webApps.change(id, { accessMode, rulesChangedAt: at });
      await stores.webApps.choose(id, access);
    });
    const details = {
      before: {
        access_mode: webApp.accessMode,
        groups: before.groups.map((group) => group.id),
        people: before.people.map((person) => person.id),
      },
      after: { access_mode: accessMode, groups: [...groupIds], people: [...accountIds] },
      sessions_ended: ended,
    };
    const { workspaceId } = webApp;
    const entry = { at, actorId: account.id, subjectId: id, workspaceId, origin, details };
    await stores.audit.append({ ...entry, action: 'webapp.access_changed' });
    return ended;
  });
}

export interface ConditionChanges extends Partial<Pick<WebApp, 'addressRanges' | 'needsShareLink'>> {
  /** `null` takes it away. */
  readonly passphrase?: string | null;
}

/**
 * Asks for more than the access mode does; returns how many open sessions that ended.
 *
 * @throws DomainError `webapp_not_found`, `forbidden`.
 */
export async function changeConditions(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  id: WebAppId,
  { passphrase, ...changes }: ConditionChanges,
): Promise<number> {
  const { store, clock, passwordHasher } = platform;
  await requireManaged(store, account, id);
  const passphraseHash = typeof passphrase === 'string' ? await passwordHasher.hash(passphrase) : passphrase;
  const at = clock();
  return store.transaction(async (stores) => {
    const webApp = await requireManaged(stores, account, id);
    const ended = await endRefusedSessions(platform, stores, { webAppIds: [id], now: at }, () =>
      stores.webApps.change(id, {
        ...changes,
        ...(passphraseHash !== undefined && { passphraseHash }),
        rulesChangedAt: at,
      }),
    );
    const told = (of: Pick<WebApp, 'passphraseHash' | 'addressRanges' | 'needsShareLink'>) => ({
      passphrase: of.passphraseHash !== null,
      address_ranges: [...of.addressRanges],
      share_link: of.needsShareLink,
    });
    const after = { ...webApp, ...changes, ...(passphraseHash !== undefined && { passphraseHash }) };
    const details = { before: told(webApp), after: told(after), sessions_ended: ended };
    const { workspaceId } = webApp;
    const entry = { at, actorId: account.id, subjectId: id, workspaceId, origin, details };
    await stores.audit.append({ ...entry, action: 'webapp.conditions_changed' });
    return ended;
  });
}

/** Groups that the WebApp's workspace can choose, and accounts that exist. */
export async function requireChoosable(
  { groups, accounts }: Pick<Stores, 'groups' | 'accounts'>,
  { workspaceId }: Pick<PublishedWebApp, 'workspaceId'>,
  { groupIds, accountIds }: Pick<Access, 'groupIds' | 'accountIds'>,
): Promise<void> {
  for (const groupId of groupIds) {
    const group = await groups.find(groupId);
    const isChoosable = group?.workspaceId === null || group?.workspaceId === workspaceId;
    if (group === undefined || !isChoosable) throw new DomainError('group_not_found');
  }
  for (const accountId of accountIds) {
    if ((await accounts.find(accountId)) === undefined) throw new DomainError('account_unknown');
  }
}
