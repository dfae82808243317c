import { normalizeEmail, type WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { type InvitationDraft, writeInvitation } from './write-invitation.ts';

interface Inviting extends Omit<InvitationDraft, 'email'> {
  /** As somebody wrote or pasted them. */
  readonly emails: readonly string[];
  /** Says what would become of each address, and does nothing. */
  readonly isDryRun?: boolean;
}

export type InvitationOutcome = 'invited' | 'invited_again' | 'is_member' | 'not_an_address' | 'twice' | 'banned';

export interface InvitationResult {
  /** Normalised where it is an address. */
  readonly email: string;
  readonly outcome: InvitationOutcome;
  /** The link to copy; `null` where nobody was invited. */
  readonly url: string | null;
}

/**
 * Invites addresses to a workspace, each by itself.
 *
 * @throws DomainError `too_many_requests`.
 */
export async function invite(platform: Platform, origin: Origin, inviting: Inviting): Promise<InvitationResult[]> {
  const results: InvitationResult[] = [];
  const seen = new Set<string>();
  for (const written of inviting.emails) {
    const email = normalizeEmail(written);
    if (email === undefined) results.push({ email: written.trim(), outcome: 'not_an_address', url: null });
    else if (seen.has(email)) results.push({ email, outcome: 'twice', url: null });
    else results.push(await inviteOne(platform, origin, inviting, email));
    if (email !== undefined) seen.add(email);
  }
  return results;
}

async function inviteOne(
  platform: Platform,
  origin: Origin,
  inviting: Inviting,
  email: string,
): Promise<InvitationResult> {
  const { store } = platform;
  const { workspace, isDryRun = false } = inviting;
  const outcome = await foresee(store, workspace.id, email);
  const isInvited = outcome === 'invited' || outcome === 'invited_again';
  if (isDryRun || !isInvited) return { email, outcome, url: null };
  await countAgainstLimit(platform, 'invitations-workspace', workspace.id);
  const url = await store.transaction((stores) => writeInvitation(platform, stores, origin, { ...inviting, email }));
  return { email, outcome, url };
}

async function foresee(stores: Stores, workspaceId: WorkspaceId, email: string): Promise<InvitationOutcome> {
  const account = await stores.accounts.findByEmail(email);
  if (account?.status === 'banned' || account?.status === 'closed') return 'banned';
  const isMember = account !== undefined && (await stores.workspaces.findMember(workspaceId, account.id)) !== undefined;
  if (isMember && account.status !== 'pending') return 'is_member';
  const earlier = await stores.invitations.findUnanswered(workspaceId, email);
  return earlier === undefined ? 'invited' : 'invited_again';
}
