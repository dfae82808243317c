import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
  randomInt,
} from 'node:crypto';
import { type Id, USER_CODE_ALPHABET } from '@latchkey/contract/vocabulary';
import type { Clock, Secrets } from '@latchkey/core';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Chance, digests and sealing by `node:crypto`; `codeKey` peppers short codes, `sealingKey` seals. 32 bytes each. */
export function nodeSecrets(clock: Clock, codeKey: Buffer, sealingKey: Buffer): Secrets {
  const secret = createSecretKey(codeKey);
  const sealing = createSecretKey(sealingKey);
  return {
    newId: <I extends Id<string>>() => uuidv7(clock().getTime()) as I,
    newToken: (byteLength) => randomBytes(byteLength).toString('base64url'),
    newHexToken: (byteLength) => randomBytes(byteLength).toString('hex'),
    newUserCode: () => `${symbols(4)}-${symbols(4)}`,
    newPassword: () => Array.from({ length: 4 }, () => symbols(4).toLowerCase()).join('-'),
    newMailCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    seal: (text) => seal(sealing, text),
    open: (sealed) => open(sealing, sealed),
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

/** AES-256-GCM under a nonce of chance, with nonce and tag before the text: base64url. */
function seal(key: KeyObject, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

function open(key: KeyObject, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
}
