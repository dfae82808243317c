import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import { invitationStatus } from './invitation.ts';

/**
 * Sends a code to the invited address, for somebody who opened a link that was copied to them; returns the token that
 * goes with it.
 *
 * @throws DomainError `already_activate`, `email_send_ip_limit`, `email_register_rate_limit_exceeded`.
 */
export async function askForInvitationCode(platform: Platform, origin: Origin, token: string): Promise<string> {
  const { store, clock, secrets } = platform;
  const invitation = await store.invitations.findByToken(secrets.digest(token));
  if (invitation === undefined || invitationStatus(invitation, clock()) !== 'open') {
    throw new DomainError('already_activate');
  }
  return sendMailCode(platform, origin, {
    purpose: 'invitation',
    email: invitation.email,
    accountId: invitation.accountId,
    subject: invitation.id,
    language: invitation.language,
    letter: (code) => ({
      kind: 'invitation_code',
      facts: { workspace: invitation.workspaceName, code },
      hasCode: true,
    }),
    refusal: 'email_register_rate_limit_exceeded',
  });
}
