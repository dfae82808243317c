import type { Language } from '@latchkey/contract/vocabulary';
import { client } from './client.ts';
import type { MailProof } from './mail-proof.ts';
import { type Account, fetchProfile } from './profile.ts';
import { fetchUnfinishedSignIn } from './unfinished-sign-in.ts';

export type SignInResult =
  | { readonly kind: 'signed_in'; readonly account: Account }
  /** The person proved who they are, but something is missing before they can go on. */
  | { readonly kind: 'unfinished' }
  /** The server signed the person in, and the browser did not keep the cookies. */
  | { readonly kind: 'cookies_lost' };

/** @throws {WireError} when the server refuses. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const body = { email, password: toBase64(password) };
  return signInResult(await client.call('POST /console/api/login', { body }));
}

/** @throws {WireError} when the server refuses. */
export async function signInWithCode(proof: MailProof, code: string, language: Language): Promise<SignInResult> {
  const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions();
  const body = { ...proof, code, language, timezone };
  return signInResult(await client.call('POST /console/api/email-code-login/validity', { body }));
}

/** What came of an answer that may have set cookies. */
export async function signInResult({ result }: { readonly result: 'success' | 'fail' }): Promise<SignInResult> {
  if (result === 'fail') return { kind: (await fetchUnfinishedSignIn()) === null ? 'cookies_lost' : 'unfinished' };
  const account = await fetchProfile();
  return account === null ? { kind: 'cookies_lost' } : { kind: 'signed_in', account };
}

/** Standard base64 of the UTF-8 text: the form in which Dify's wire carries a password at sign-in. */
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
