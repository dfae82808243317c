import type { DifySession } from './session.ts';

const MEMBERS = '/console/api/workspaces/current/members';

export type MemberRole = 'admin' | 'editor' | 'normal' | 'dataset_operator';

/** A member of the current workspace; times in seconds since 1970. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole | 'owner';
  /** `pending` until an invited person has come. */
  readonly status: string;
  readonly created_at: number;
  readonly last_login_at: number | null;
  readonly last_active_at: number | null;
}

/** What became of one invited address. */
export type Invited =
  | { readonly status: 'success'; readonly email: string; readonly url: string }
  | { readonly status: 'failed'; readonly email: string; readonly message: string };

/** The members of the current workspace. */
export async function listMembers(session: DifySession): Promise<readonly Member[]> {
  const { accounts } = await session.call<{ accounts: Member[] }>('GET', MEMBERS);
  return accounts;
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
  const answer = await session.call<{ invitation_results: Invited[] }>('POST', `${MEMBERS}/invite-email`, { body });
  return answer.invitation_results;
}

export async function changeMemberRole(session: DifySession, id: string, role: MemberRole): Promise<void> {
  await session.call('PUT', `${MEMBERS}/${encodeURIComponent(id)}/update-role`, { body: { role } });
}

export async function removeMember(session: DifySession, id: string): Promise<void> {
  await session.call('DELETE', `${MEMBERS}/${encodeURIComponent(id)}`);
}
