import type { Language } from '@latchkey/contract/vocabulary';
import { client } from '../../session/client.ts';
import { type SignInResult, signInResult } from '../../session/sign-in.ts';

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

/** @throws {WireError} when the server refuses. */
export async function register(token: string, { password, ...account }: NewAccount): Promise<SignInResult> {
  const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions();
  const body = { token, ...account, timezone, new_password: password, password_confirm: password };
  return signInResult(await client.call('POST /console/api/email-register', { body }));
}
