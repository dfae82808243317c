import type { Platform } from '@latchkey/core';

/** The address of the letter that somebody came by; the link that is copied by hand proves none. */
export async function invitedEmail({ store, secrets }: Platform, token: string | undefined): Promise<string | null> {
  if (token === undefined || token === '') return null;
  const invitation = await store.invitations.findByToken(secrets.digest(token));
  return invitation?.isProof === true ? invitation.email : null;
}
