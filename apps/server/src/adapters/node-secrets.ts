import { createHmac, createSecretKey, hash, randomBytes, randomInt } from 'node:crypto';
import { type Id, USER_CODE_ALPHABET } from '@latchkey/contract/vocabulary';
import type { Clock, Secrets } from '@latchkey/core';

/** Chance and digests by `node:crypto`; `codeKey` peppers short codes. */
export function nodeSecrets(clock: Clock, codeKey: Buffer): Secrets {
  const secret = createSecretKey(codeKey);
  return {
    newId: <I extends Id<string>>() => uuidv7(clock().getTime()) as I,
    newToken: (byteLength) => randomBytes(byteLength).toString('base64url'),
    newHexToken: (byteLength) => randomBytes(byteLength).toString('hex'),
    newUserCode: () => `${symbols(4)}-${symbols(4)}`,
    digest: (token) => hash('sha256', token),
    digestCode: (code) => createHmac('sha256', secret).update(code).digest('hex'),
  };
}

/** RFC 9562 §5.7: 48 bits of milliseconds, then chance. */
function uuidv7(milliseconds: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function symbols(count: number): string {
  return Array.from({ length: count }, () => USER_CODE_ALPHABET.charAt(randomInt(USER_CODE_ALPHABET.length))).join('');
}
