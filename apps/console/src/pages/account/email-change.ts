import type { Language } from '@latchkey/contract/vocabulary';
import { client } from '../../session/client.ts';
import type { Account } from '../../session/profile.ts';

const SEND = 'POST /console/api/account/change-email';

/** Sends a code to the address that the account has; the token that goes with it. */
export async function sendOldEmailCode(email: string, language: Language): Promise<string> {
  return (await client.call(SEND, { body: { email, language, phase: 'old_email' } })).data;
}

/** Sends a code to the address that the account is to have; `proof` is the token of the proven old one. */
export async function sendNewEmailCode(email: string, proof: string, language: Language): Promise<string> {
  await client.call('POST /console/api/account/change-email/check-email-unique', { body: { email } });
  return (await client.call(SEND, { body: { email, language, phase: 'new_email', token: proof } })).data;
}

/** Proves a code; the token for the step that follows. */
export async function checkEmailCode(email: string, code: string, token: string): Promise<string> {
  return (await client.call('POST /console/api/account/change-email/validity', { body: { email, code, token } })).token;
}

export function changeEmail(new_email: string, token: string): Promise<Account> {
  return client.call('POST /console/api/account/change-email/reset', { body: { new_email, token } });
}
