import type { Language } from '@latchkey/contract/vocabulary';
import { client } from '../../session/client.ts';
import type { MailProof } from '../../session/mail-proof.ts';

/** @throws {WireError} when the server refuses. */
export async function sendRegistrationCode(email: string, language: Language): Promise<MailProof> {
  const body = { email, language };
  const { data: token } = await client.call('POST /console/api/email-register/send-email', { body });
  return { email, token };
}
