import { type OidcProvider, SsoRefusal } from '@latchkey/core';
import { jwtVerify } from 'jose';
import type { Asking } from '../asking.ts';
import type { Claims } from '../identity/read-field.ts';
import type { PublishedIssuer } from './oidc-directory.ts';
import { refusalOf } from './refusal-of.ts';

/**
 * The claims of an ID token whose signature is the issuer's (OIDC Core §3.1.3.7). The algorithm is the registered one,
 * the key one that the issuer publishes: what a token says about its own key (`jwk`, `jku`, `x5u`) is not read.
 * openid-client leaves the signature out when the token came straight from the issuer; here it is always checked.
 */
export async function verifyIdToken(
  asking: Asking,
  provider: OidcProvider,
  { keys }: PublishedIssuer,
  idToken: string,
  expected: { readonly nonce: string; readonly startedAt: string },
): Promise<Claims & { readonly sub: string }> {
  const { payload: claims } = await jwtVerify(idToken, keys, {
    algorithms: [provider.idTokenAlgorithm],
    issuer: provider.issuer,
    audience: provider.clientId,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    clockTolerance: provider.clockSkewSeconds,
    currentDate: asking.clock(),
  }).catch((error: unknown) => {
    throw refusalOf(error, 'signature_invalid');
  });
  const refuse = (code: 'nonce_mismatch' | 'wrong_audience' | 'outside_validity' | 'subject_missing', why: string) =>
    new SsoRefusal(code, why, { claims });
  if (claims.nonce !== expected.nonce) throw refuse('nonce_mismatch', 'the ID token bears another nonce');
  if (claims.azp !== undefined && claims.azp !== provider.clientId) {
    throw refuse('wrong_audience', `the ID token was issued to ${String(claims.azp)}`);
  }
  if (Array.isArray(claims.aud) && claims.aud.length > 1 && claims.azp === undefined) {
    throw refuse('wrong_audience', 'the ID token has several audiences and says for none of them that it is ours');
  }
  // Whole seconds: a token of the second in which we asked may seem to be older.
  const issuedAt = (claims.iat ?? Number.NaN) * 1000;
  const skew = provider.clockSkewSeconds * 1000;
  if (!(issuedAt <= asking.clock().getTime() + skew && issuedAt >= Date.parse(expected.startedAt) - skew - 1000)) {
    throw refuse('outside_validity', 'the ID token was not issued between our question and now');
  }
  const { sub } = claims;
  if (typeof sub !== 'string' || sub === '') throw refuse('subject_missing', 'the ID token has no subject');
  const { nonce: _, ...rest } = claims;
  return { ...rest, sub };
}
