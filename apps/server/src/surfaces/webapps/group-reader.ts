import type { GroupId, WorkspaceId } from '@latchkey/contract/vocabulary';
import { DomainError, type Stores } from '@latchkey/core';
import { pageAnswer, pageFrom } from '../admin/page-answer.ts';
import { wireGroup } from './wire-webapp.ts';

interface Query {
  readonly q: string;
  readonly page: number;
  readonly limit: number;
}

/** Reads groups for those who keep or choose them; with a workspace only those that it can choose. */
export function groupReader({ groups }: Pick<Stores, 'groups'>) {
  return { readGroup, readMembers };

  /** @throws DomainError `group_not_found`. */
  async function readGroup(id: GroupId, choosableBy?: WorkspaceId) {
    const group = await groups.find(id);
    const isHidden = choosableBy !== undefined && group?.workspaceId !== null && group?.workspaceId !== choosableBy;
    if (group === undefined || isHidden) throw new DomainError('group_not_found');
    return wireGroup(group);
  }

  /** @throws DomainError `group_not_found`. */
  async function readMembers(id: GroupId, query: Query, choosableBy?: WorkspaceId) {
    const group = await readGroup(id, choosableBy);
    const { total, data } = await groups.searchMembers(id, query.q.trim(), pageFrom(query));
    return { ...group, members: pageAnswer(query, total, data) };
  }
}
