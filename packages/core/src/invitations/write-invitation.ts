import type { AccountId, InvitationId, Language } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { newAccount } from '../accounts/new-account.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { INVITATION_TOKEN_BYTES, type Invitation } from './invitation.ts';

export interface InvitationDraft {
  readonly workspace: Pick<Workspace, 'id' | 'name'>;
  /** Normalised. */
  readonly email: string;
  readonly role: Invitation['role'];
  readonly language: Language;
  /** Whom the letter names, and who did it. */
  readonly inviter: { readonly id: AccountId | null; readonly name: string };
}

/**
 * Writes an invitation and its letter, in the caller's transaction; an earlier one to the same workspace stops working.
 * A new address becomes a pending member at once. Returns the link to copy, which does not prove the address: the one
 * in the letter does.
 */
export async function writeInvitation(
  { clock, secrets, rules }: Pick<Platform, 'clock' | 'secrets' | 'rules'>,
  stores: Stores,
  origin: Origin,
  { workspace, email, role, language, inviter }: InvitationDraft,
): Promise<string> {
  const at = clock();
  const account = await invitedAccount();
  const token = secrets.newToken(INVITATION_TOKEN_BYTES);
  const proof = secrets.newToken(INVITATION_TOKEN_BYTES);
  const expiresAt = addSeconds(at, rules.invitationHours * 3600);
  await stores.invitations.replace({
    id: secrets.newId<InvitationId>(),
    workspaceId: workspace.id,
    email,
    accountId: account.id,
    role,
    language,
    inviter: inviter.name,
    tokenHash: secrets.digest(token),
    proofHash: secrets.digest(proof),
    createdAt: at,
    expiresAt,
    answer: null,
    answeredAt: null,
  });
  await stores.outbox.add({
    kind: 'invitation',
    accountId: account.id,
    to: email,
    language: account.interfaceLanguage,
    createdAt: at,
    expiresAt,
    facts: { inviter: inviter.name, workspace: workspace.name, role, link: `${rules.publicUrl}/activate#${proof}` },
  });
  await stores.audit.append({
    at,
    action: 'member.invited',
    actorId: inviter.id,
    subjectId: account.id,
    workspaceId: workspace.id,
    origin,
    details: { email, role },
  });
  // As Dify's clients expect it.
  return `${rules.publicUrl}/activate?email=${encodeURIComponent(email)}&token=${token}`;

  async function invitedAccount(): Promise<Account> {
    const known = await stores.accounts.findByEmail(email);
    if (known !== undefined && known.status !== 'pending') return known;
    const id = secrets.newId<AccountId>();
    const fresh = known ?? newAccount({ id, email, language, status: 'pending', createdAt: at });
    if (known === undefined) await stores.accounts.add(fresh);
    const place = { workspaceId: workspace.id, accountId: fresh.id, role, createdAt: at };
    if (!(await stores.workspaces.addMember(place))) await stores.workspaces.setRole(workspace.id, fresh.id, role);
    return fresh;
  }
}
