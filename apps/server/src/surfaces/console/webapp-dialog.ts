import { consoleApi } from '@latchkey/contract';
import type { AccountId, GroupId, WebAppId } from '@latchkey/contract/vocabulary';
import {
  type Account,
  changeAccess,
  DomainError,
  decideAccess,
  type ListedGroup,
  requireEditor,
  requireManaged,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

const FIRST = { offset: 0, limit: 1000 };

/** What Dify's access-control dialog asks. */
export function webAppDialogRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(consoleApi.webAppSubjects)(async ({ actor, query }) => {
    const { id } = await requireManaged(store, actor.account, appId(query));
    const { groups, people } = await store.webApps.chosen(id);
    return {
      groups: groups.map(({ id, name, memberCount }) => ({ id, name, groupSize: memberCount })),
      members: people.map((person) => ({ ...person, avatar: '' })),
    };
  });

  implement(consoleApi.searchWebAppSubjects)(async ({ actor, query }) => {
    const { id: choosableBy } = await requireEditor(store, actor.account);
    const { keyword, groupId, pageNumber, resultsPerPage: limit } = query;
    const page = { offset: (pageNumber - 1) * limit, limit };
    const search = keyword.trim();
    if (groupId !== undefined && groupId !== '') {
      const { total, data } = await store.groups.searchMembers(await choosable(groupId, choosableBy), search, page);
      return found(data.map(accountSubject), total, page.offset);
    }
    // Groups first, then people: one list of two parts.
    const groups = await store.groups.list({ search, choosableBy }, page);
    const rest = limit - groups.data.length;
    const people = await store.accounts.list(
      {
        search,
        status: 'active',
        workspaceId: undefined,
        withoutWorkspace: false,
        sort: 'name',
        descending: false,
      },
      { offset: Math.max(0, page.offset - groups.total), limit: Math.max(1, rest) },
    );
    const subjects = [...groups.data.map(groupSubject), ...people.data.slice(0, rest).map(accountSubject)];
    return found(subjects, groups.total + people.total, page.offset);

    function found<Subject>(subjects: Subject[], total: number, offset: number) {
      return { subjects, currPage: pageNumber, hasMore: offset + subjects.length < total };
    }
  });

  implement(consoleApi.webAppGroupSubjects)(async ({ actor, query }) => {
    const { id: choosableBy } = await requireEditor(store, actor.account);
    const id = await choosable(query.groupId, choosableBy);
    return { subjects: (await store.groups.searchMembers(id, '', FIRST)).data.map(accountSubject) };
  });

  implement(consoleApi.webAppAccessModeOf)(async ({ actor, query }) => {
    const { accessMode } = await requireManaged(store, actor.account, appId(query));
    return { accessMode };
  });

  implement(consoleApi.setWebAppAccessMode)(async ({ actor, origin, body }) => {
    const of = (kind: 'group' | 'account') =>
      body.subjects.filter(({ subjectType }) => subjectType === kind).map(({ subjectId }) => subjectId);
    await changeAccess(platform, origin, actor, appId(body), {
      accessMode: body.accessMode,
      groupIds: of('group') as GroupId[],
      accountIds: of('account') as AccountId[],
    });
    return { message: 'success' };
  });

  implement(consoleApi.mayOpenWebApp)(async ({ actor, query, origin }) => {
    const webApp = await store.webApps.find(appId(query));
    const standing = webApp && (await store.webApps.standing(webApp.id, actor.account.id));
    if (webApp === undefined || standing === undefined) throw new DomainError('webapp_not_found');
    const situation = {
      visitor: standing.visitor,
      ip: origin.ip,
      externalConnectionId: platform.rules.externalConnectionId,
      provenPassphrase: webApp.passphraseHash,
      shareLinkExpiresAt: null,
    };
    const { kind } = decideAccess({ ...webApp, needsShareLink: false }, situation, clock());
    return { result: kind === 'allowed' };
  });

  async function choosable(text: string, workspaceId: ListedGroup['workspaceId']): Promise<GroupId> {
    const group = await store.groups.find(text as GroupId);
    if (group === undefined || (group.workspaceId !== null && group.workspaceId !== workspaceId)) {
      throw new DomainError('group_not_found');
    }
    return group.id;
  }
}

/** A boundary: a UUID from outside becomes an id. */
function appId({ appId }: { readonly appId: string }): WebAppId {
  return appId as WebAppId;
}

function groupSubject({ id, name, memberCount }: ListedGroup) {
  return { subjectId: id, subjectType: 'group' as const, groupData: { id, name, groupSize: memberCount } };
}

function accountSubject({ id, name, email, avatar }: Pick<Account, 'id' | 'name' | 'email' | 'avatar'>) {
  return { subjectId: id, subjectType: 'account' as const, accountData: { id, name, email, avatar: avatar ?? '' } };
}
