import { client } from './client.ts';
import { type Account, fetchProfile } from './profile.ts';

export type SignInResult =
  | { readonly kind: 'signed_in'; readonly account: Account }
  | { readonly kind: 'no_workspace' }
  /** The server signed the person in, and the browser did not keep the cookies. */
  | { readonly kind: 'cookies_lost' };

/** @throws {WireError} when the server refuses. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const body = { email, password: toBase64(password) };
  const answer = await client.call('POST /console/api/login', { body });
  if (answer.result === 'fail') return { kind: 'no_workspace' };
  const account = await fetchProfile();
  return account === null ? { kind: 'cookies_lost' } : { kind: 'signed_in', account };
}

/** Standard base64 of the UTF-8 text: the form in which Dify's wire carries a password at sign-in. */
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
