import { type OAuth2Provider, SsoRefusal } from '@latchkey/core';
import type { Claims } from '../identity/read-field.ts';
import type { SafeFetch } from '../outgoing/safe-fetch.ts';

/**
 * Who the token is about. Where the provider lists mail addresses apart, only the one that is primary and verified
 * counts, and `email` and `email_verified` say so, whatever the profile had there.
 */
export async function askUserInfo(fetch: SafeFetch, provider: OAuth2Provider, accessToken: string): Promise<Claims> {
  const profile = await askJson(fetch, provider.userInfoUrl, accessToken);
  if (!isRecord(profile)) throw new SsoRefusal('provider_answer_refused', 'the user-info answer is not an object');
  if (provider.emailsUrl === null) return profile;
  const email = verifiedPrimary(await askJson(fetch, provider.emailsUrl, accessToken));
  return { ...profile, email, email_verified: email !== null };
}

async function askJson(fetch: SafeFetch, url: string, accessToken: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) {
    throw new SsoRefusal('provider_answer_refused', `${new URL(url).origin} answered with status ${response.status}`);
  }
  return await response.json().catch((cause: unknown) => {
    throw new SsoRefusal('provider_answer_refused', `${new URL(url).origin} did not answer in JSON`, { cause });
  });
}

function verifiedPrimary(list: unknown): string | null {
  if (!Array.isArray(list)) throw new SsoRefusal('provider_answer_refused', 'the list of mail addresses is not a list');
  const entry = list.filter(isRecord).find((item) => item.primary === true && item.verified === true);
  return typeof entry?.email === 'string' ? entry.email : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
