import { consoleApi } from '@latchkey/contract';
import type { AccountId, GroupId } from '@latchkey/contract/vocabulary';
import {
  type AdmittedSession,
  addGroupMembers,
  createGroup,
  deleteGroup,
  type GroupKeeper,
  removeGroupMember,
  renameGroup,
  requireEditor,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { pageAnswer, pageFrom } from '../admin/page-answer.ts';
import { groupReader } from '../webapps/group-reader.ts';
import { wireGroup } from '../webapps/wire-webapp.ts';

const SUCCESS = { result: 'success' } as const;

export function groupRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store } = platform;
  const { readGroup, readMembers } = groupReader(store);

  implement(consoleApi.listGroups)(async ({ actor, query }) => {
    const { id: choosableBy } = await requireEditor(store, actor.account);
    const { total, data } = await store.groups.list({ search: query.q.trim(), choosableBy }, pageFrom(query));
    return pageAnswer(query, total, data.map(wireGroup));
  });

  implement(consoleApi.createGroup)(async ({ actor, origin, body }) => {
    const group = await createGroup(platform, origin, await keeper(actor), body.name);
    return readGroup(group.id);
  });

  implement(consoleApi.getGroup)(async ({ actor, params, query }) => {
    const { id: choosableBy } = await requireEditor(store, actor.account);
    return readMembers(groupId(params), query, choosableBy);
  });

  implement(consoleApi.renameGroup)(async ({ actor, origin, params, body }) => {
    await renameGroup(platform, origin, await keeper(actor), groupId(params), body.name);
    return readGroup(groupId(params));
  });

  implement(consoleApi.deleteGroup)(async ({ actor, origin, params }) => ({
    ...SUCCESS,
    sessions_ended: await deleteGroup(platform, origin, await keeper(actor), groupId(params)),
  }));

  implement(consoleApi.addGroupMembers)(async ({ actor, origin, params, body }) => {
    const accountIds = body.account_ids as AccountId[];
    await addGroupMembers(platform, origin, await keeper(actor), groupId(params), accountIds);
    return SUCCESS;
  });

  implement(consoleApi.removeGroupMember)(async ({ actor, origin, params }) => {
    const accountId = params.account_id as AccountId;
    const ended = await removeGroupMember(platform, origin, await keeper(actor), groupId(params), accountId);
    return { ...SUCCESS, sessions_ended: ended };
  });

  async function keeper({ account }: AdmittedSession): Promise<GroupKeeper> {
    const { id: workspaceId } = await requireEditor(store, account);
    return { audited: { actorId: account.id }, workspaceId };
  }
}

/** A boundary: a UUID from outside becomes an id. */
export function groupId({ group_id }: { readonly group_id: string }): GroupId {
  return group_id as GroupId;
}
