import type { AccountId, InvitationId, InvitationStatus, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { Invitation, ListedInvitation } from './invitation.ts';

export interface InvitationFilter {
  /** Part of the address. */
  readonly search: string;
  readonly status: InvitationStatus | undefined;
  readonly workspaceId?: WorkspaceId;
}

export interface InvitationStore {
  /** Keeps an invitation; an unanswered one of the same address to the same workspace is replaced by it. */
  replace(invitation: Invitation): Promise<void>;
  find(id: InvitationId): Promise<ListedInvitation | undefined>;
  /** By either of its tokens; `isProof` says whether it was the one in the letter. */
  findByToken(tokenHash: string): Promise<(ListedInvitation & { readonly isProof: boolean }) | undefined>;
  /** The unanswered invitation of an address to a workspace, expired or not. */
  findUnanswered(workspaceId: WorkspaceId, email: string): Promise<Invitation | undefined>;
  /** Invitations that wait for an account's answer, newest first. */
  listOpen(accountId: AccountId, now: Date): Promise<ListedInvitation[]>;
  list(filter: InvitationFilter, page: Page, now: Date): Promise<{ total: number; data: ListedInvitation[] }>;
  /** Answers an open invitation. Of two concurrent calls exactly one returns true. */
  answer(id: InvitationId, answer: NonNullable<Invitation['answer']>, at: Date): Promise<boolean>;
  /** Accepts every unanswered invitation of an account. */
  acceptAll(accountId: AccountId, at: Date): Promise<void>;
}
