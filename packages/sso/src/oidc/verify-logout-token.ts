import { createHash } from 'node:crypto';
import { type BackChannelLogout, type OidcProvider, type SsoConnection, SsoRefusal } from '@latchkey/core';
import { type JWTPayload, jwtVerify } from 'jose';
import type { Asking } from '../asking.ts';
import type { OidcDirectory } from './oidc-directory.ts';
import { refusalOf } from './refusal-of.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A logout token is used at once; one that lay around is refused. */
const MAX_AGE_SECONDS = 120;

/** OpenID Connect Back-Channel Logout 1.0 §2.6. */
export async function verifyLogoutToken(
  asking: Asking,
  directory: OidcDirectory,
  connection: SsoConnection,
  provider: OidcProvider,
  logoutToken: string,
): Promise<BackChannelLogout> {
  const { keys } = await directory.find(provider.issuer);
  const { payload } = await jwtVerify(logoutToken, keys, {
    algorithms: [provider.idTokenAlgorithm],
    issuer: provider.issuer,
    audience: provider.clientId,
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: MAX_AGE_SECONDS,
    clockTolerance: provider.clockSkewSeconds,
    currentDate: asking.clock(),
  }).catch((error: unknown) => {
    throw refusalOf(error, 'logout_token_invalid');
  });
  const logout = readLogout(payload);
  await spend(asking, connection, provider, payload);
  return logout;
}

/** A logout token differs from an ID token by its event and by having no nonce, so that neither passes for the other. */
function readLogout(payload: JWTPayload): BackChannelLogout {
  const refuse = (why: string) => new SsoRefusal('logout_token_invalid', why);
  const { events, sub, sid } = payload;
  if (typeof events !== 'object' || events === null || !Object.hasOwn(events, EVENT)) throw refuse('no logout event');
  if (payload.nonce !== undefined) throw refuse('a logout token must not bear a nonce');
  const subject = typeof sub === 'string' && sub !== '' ? sub : null;
  const providerSession = typeof sid === 'string' && sid !== '' ? sid : null;
  if (subject === null && providerSession === null) throw refuse('neither a subject nor a session');
  return { subject, providerSession };
}

async function spend(asking: Asking, connection: SsoConnection, provider: OidcProvider, payload: JWTPayload) {
  if (typeof payload.jti !== 'string') throw new SsoRefusal('logout_token_invalid', 'jti is not text');
  const key = `logout:${connection.id}:${createHash('sha256').update(payload.jti).digest('base64url')}`;
  const secondsLeft = MAX_AGE_SECONDS + 2 * provider.clockSkewSeconds;
  const expiresAt = new Date(asking.clock().getTime() + secondsLeft * 1000);
  if (!(await asking.replayGuard.remember(key, expiresAt))) {
    throw new SsoRefusal('replayed', 'the logout token was used before');
  }
}
