import { readRows } from './read-rows.ts';
import { readTime } from './read-time.ts';
import type { DifySession } from './session.ts';

const MEMBERS = '/console/api/workspaces/current/members';

export type MemberRole = 'admin' | 'editor' | 'normal' | 'dataset_operator';

/** A member of the current workspace. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole | 'owner';
  /** `pending` until an invited person has come. */
  readonly status: string;
  readonly createdAt: Date | undefined;
  readonly lastLoginAt: Date | undefined;
  readonly lastActiveAt: Date | undefined;
}

/** What became of one invited address; `url` is what the person opens to come in. */
export type Invited =
  | { readonly status: 'success'; readonly email: string; readonly url: string }
  | { readonly status: 'failed'; readonly email: string; readonly message: string };

interface WireMember extends Pick<Member, 'id' | 'name' | 'email' | 'role' | 'status'> {
  readonly created_at: number;
  readonly last_login_at: number | null;
  readonly last_active_at: number | null;
}

/**
 * The members of the current workspace.
 *
 * @example
 * ```ts
 * async function pendingMembers(session: DifySession): Promise<readonly Member[]> {
 *   return (await listMembers(session)).filter(({ status }) => status === 'pending');
 * }
 * ```
 */
export async function listMembers(session: DifySession): Promise<readonly Member[]> {
  const accounts = readRows<WireMember>(await session.call('GET', MEMBERS), 'accounts');
  return accounts.map(({ id, name, email, role, status, ...times }) => ({
    ...{ id, name, email, role, status },
    createdAt: readTime(times.created_at),
    lastLoginAt: readTime(times.last_login_at),
    lastActiveAt: readTime(times.last_active_at),
  }));
}

/**
 * Invites people to the current workspace; says of each address what became of it.
 *
 * @example
 * ```ts
 * for (const result of await inviteMembers(session, ['bob@example.com'], 'editor')) {
 *   console.log(result.email, result.status === 'success' ? result.url : result.message);
 * }
 * ```
 */
export async function inviteMembers(
  session: DifySession,
  emails: readonly string[],
  role: MemberRole = 'normal',
  language = 'en-US',
): Promise<readonly Invited[]> {
  const body = { emails, role, language };
  return readRows<Invited>(await session.call('POST', `${MEMBERS}/invite-email`, { body }), 'invitation_results');
}

/**
 * Gives a member of the current workspace another role.
 *
 * @example
 * ```ts
 * async function promote(session: DifySession, { id }: Member): Promise<void> {
 *   await changeMemberRole(session, id, 'admin');
 * }
 * ```
 */
export async function changeMemberRole(session: DifySession, id: string, role: MemberRole): Promise<void> {
  await session.call('PUT', `${MEMBERS}/${encodeURIComponent(id)}/update-role`, { body: { role } });
}

/**
 * Takes a member out of the current workspace.
 *
 * @example
 * ```ts
 * async function sendAway(session: DifySession, { id }: Member): Promise<void> {
 *   await removeMember(session, id);
 * }
 * ```
 */
export async function removeMember(session: DifySession, id: string): Promise<void> {
  await session.call('DELETE', `${MEMBERS}/${encodeURIComponent(id)}`);
}
