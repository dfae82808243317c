/** Where an invitation stands. */
export const INVITATION_STATUSES = ['open', 'accepted', 'declined', 'revoked', 'expired'] as const;

export type InvitationStatus = (typeof INVITATION_STATUSES)[number];
