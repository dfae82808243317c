import type { AccountId, AuditAction, GroupId, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { AuditDetails, AuditEntry } from '../audit/audit-entry.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { endRefusedSessions } from './end-refused-sessions.ts';
import type { Group, ListedGroup } from './group.ts';

/** Who keeps groups: those who may change what is in a workspace its own ones, administrators all of them. */
export interface GroupKeeper {
  readonly audited: Pick<AuditEntry, 'actorId' | 'actor'>;
  /** `null` for an administrator. */
  readonly workspaceId: WorkspaceId | null;
}

/** Creates a group of the keeper's workspace, or of the whole instance. @throws DomainError `group_name_taken`. */
export async function createGroup(
  { store, clock, secrets }: Platform,
  origin: Origin,
  { audited, workspaceId }: GroupKeeper,
  name: string,
): Promise<Group> {
  const at = clock();
  const group: Group = { id: secrets.newId<GroupId>(), name, workspaceId, createdAt: at };
  await store.transaction(async (stores) => {
    if (!(await stores.groups.add(group))) throw new DomainError('group_name_taken');
    await note(stores, at, origin, audited, 'group.created', group, { name });
  });
  return group;
}

/** @throws DomainError `group_not_found`, `forbidden`, `group_name_taken`. */
export async function renameGroup(
  { store, clock }: Platform,
  origin: Origin,
  keeper: GroupKeeper,
  id: GroupId,
  name: string,
): Promise<void> {
  await store.transaction(async (stores) => {
    const group = await requireKept(stores, keeper, id);
    if (!(await stores.groups.rename(id, name))) throw new DomainError('group_name_taken');
    const details = { before: group.name, after: name };
    await note(stores, clock(), origin, keeper.audited, 'group.renamed', group, details);
  });
}

/** Returns how many open sessions ended. @throws DomainError `group_not_found`, `forbidden`. */
export async function deleteGroup(
  platform: Platform,
  origin: Origin,
  keeper: GroupKeeper,
  id: GroupId,
): Promise<number> {
  const now = platform.clock();
  return platform.store.transaction(async (stores) => {
    const group = await requireKept(stores, keeper, id);
    const concerned = { webAppIds: await stores.groups.webAppsOf(id), now };
    const ended = await endRefusedSessions(platform, stores, concerned, () => stores.groups.remove(id));
    const details = { name: group.name, members: group.memberCount, sessions_ended: ended };
    await note(stores, now, origin, keeper.audited, 'group.deleted', group, details);
    return ended;
  });
}

/** @throws DomainError `group_not_found`, `forbidden`, `account_unknown`. */
export async function addGroupMembers(
  { store, clock }: Platform,
  origin: Origin,
  keeper: GroupKeeper,
  id: GroupId,
  accountIds: readonly AccountId[],
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    const group = await requireKept(stores, keeper, id);
    for (const accountId of accountIds) {
      if ((await stores.accounts.find(accountId)) === undefined) throw new DomainError('account_unknown');
      await stores.groups.addMember(id, accountId);
    }
    const details = { name: group.name, people: [...accountIds] };
    await note(stores, at, origin, keeper.audited, 'group.member_added', group, details);
  });
}

/** Returns how many open sessions ended. @throws DomainError `group_not_found`, `forbidden`, `member-not-found`. */
export async function removeGroupMember(
  platform: Platform,
  origin: Origin,
  keeper: GroupKeeper,
  id: GroupId,
  accountId: AccountId,
): Promise<number> {
  const now = platform.clock();
  return platform.store.transaction(async (stores) => {
    const group = await requireKept(stores, keeper, id);
    const concerned = { webAppIds: await stores.groups.webAppsOf(id), accountId, now };
    const ended = await endRefusedSessions(platform, stores, concerned, async () => {
      if (!(await stores.groups.removeMember(id, accountId))) throw new DomainError('member-not-found');
    });
    const details = { name: group.name, person: accountId, sessions_ended: ended };
    await note(stores, now, origin, keeper.audited, 'group.member_removed', group, details);
    return ended;
  });
}

async function requireKept({ groups }: Stores, { workspaceId }: GroupKeeper, id: GroupId): Promise<ListedGroup> {
  const group = await groups.find(id);
  if (group === undefined) throw new DomainError('group_not_found');
  if (workspaceId === null || group.workspaceId === workspaceId) return group;
  throw new DomainError(group.workspaceId === null ? 'forbidden' : 'group_not_found');
}

async function note(
  stores: Stores,
  at: Date,
  origin: Origin,
  audited: GroupKeeper['audited'],
  action: AuditAction,
  { id: subjectId, workspaceId }: Pick<Group, 'id' | 'workspaceId'>,
  details: AuditDetails,
): Promise<void> {
  const workspace = workspaceId === null ? {} : { workspaceId };
  await stores.audit.append({ at, action, ...audited, subjectId, ...workspace, origin, details });
}
