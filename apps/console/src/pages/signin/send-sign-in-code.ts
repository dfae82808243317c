import type { Language } from '@latchkey/contract/vocabulary';
import { client } from '../../session/client.ts';
import type { MailProof } from '../../session/mail-proof.ts';

/** @throws {WireError} when the server refuses. */
export async function sendSignInCode(email: string, language: Language): Promise<MailProof> {
  const { data: token } = await client.call('POST /console/api/email-code-login', { body: { email, language } });
  return { email, token };
}
