import { createECDH, createHash, createPrivateKey, type JsonWebKey, sign } from 'node:crypto';
import type { Platform, Visitor, WebApp } from '@latchkey/core';

/** A key of the set that applications verify with (RFC 7517). */
interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** Who somebody is, told to one WebApp. */
export interface IdentityTokens {
  readonly publicKey: PublicKey;
  /** A token with at least half of its short life before it. */
  tokenFor(webApp: Pick<WebApp, 'id'>, visitor: Exclude<Visitor, { readonly kind: 'nobody' }>): string;
}

const LIFE_SECONDS = 60;
/** Tokens kept to be sent again: signing one takes longer than everything else the gate does. */
const MOST_KEPT = 4096;

/** JWTs (RFC 7519) signed with ES256 by a key made from 32 bytes; the same on every replica. */
export function identityTokens(seed: Buffer, platform: Pick<Platform, 'clock' | 'rules'>): IdentityTokens {
  const { privateKey, publicKey } = keyPair(seed);
  const header = encode({ alg: 'ES256', typ: 'JWT', kid: publicKey.kid });
  const kept = new Map<string, { readonly told: string; readonly token: string; readonly until: number }>();
  return {
    publicKey,
    tokenFor({ id: aud }, visitor) {
      const identity = identityOf(visitor);
      const { publicUrl: iss } = platform.rules;
      const told = JSON.stringify([iss, identity]);
      const now = Math.floor(platform.clock().getTime() / 1000);
      const key = `${aud} ${identity.sub}`;
      const known = kept.get(key);
      if (known !== undefined && known.told === told && now < known.until) return known.token;
      const exp = now + LIFE_SECONDS;
      const content = `${header}.${encode({ iss, aud, iat: now, exp, ...identity })}`;
      const signature = sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      const token = `${content}.${signature.toString('base64url')}`;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, { told, token, until: now + LIFE_SECONDS / 2 });
      return token;
    },
  };
}

function identityOf(visitor: Exclude<Visitor, { readonly kind: 'nobody' }>) {
  if (visitor.kind === 'external') {
    const { id: sub, email, name } = visitor.user;
    return { sub, kind: 'external', email, name, groups: [] };
  }
  const { id: sub, email, name } = visitor.account;
  return { sub, kind: 'member', email, name, groups: visitor.groups };
}

function keyPair(seed: Buffer) {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(seed);
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const jwk: JsonWebKey = { kty: 'EC', crv: 'P-256', x, y, d: seed.toString('base64url') };
  // RFC 7638: the members of the key in the order of their names.
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
  const publicKey: PublicKey = { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' };
  return { privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), publicKey };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
