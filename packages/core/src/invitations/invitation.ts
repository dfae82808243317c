import type {
  AccountId,
  InvitationId,
  InvitationStatus,
  Language,
  Role,
  WorkspaceId,
} from '@latchkey/contract/vocabulary';

/** Somebody asked to join a workspace; bound to one mail address. */
export interface Invitation {
  readonly id: InvitationId;
  readonly workspaceId: WorkspaceId;
  /** Normalised. */
  readonly email: string;
  /** The account of that address. One that the invitation created is a pending member already. */
  readonly accountId: AccountId;
  readonly role: Exclude<Role, 'owner'>;
  readonly language: Language;
  /** Whom the letter names. */
  readonly inviter: string;
  /** Of the link to copy: leads to the invitation and proves nothing. */
  readonly tokenHash: string;
  /** Of the link in the letter: whoever has it reads the address's mail. */
  readonly proofHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly answer: 'accepted' | 'declined' | 'revoked' | null;
  readonly answeredAt: Date | null;
}

/** With the name of the workspace it leads to. */
export interface ListedInvitation extends Invitation {
  readonly workspaceName: string;
}

export const INVITATION_TOKEN_BYTES = 32;

export function invitationStatus({ answer, expiresAt }: Invitation, now: Date): InvitationStatus {
  if (answer !== null) return answer;
  return now < expiresAt ? 'open' : 'expired';
}
