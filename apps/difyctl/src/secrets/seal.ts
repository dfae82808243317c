import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Says what the file is, and is sealed with it, so that nobody can pass it off as another version. */
const TITLE = 'difyctl sealed tokens 1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;

/** Text that only the holder of the key can read, and nobody else can change unnoticed. */
export function seal(text: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(TITLE));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${TITLE}\n${sealed.toString('base64')}\n`;
}

/** @throws Error when it was sealed with another key, or changed since. */
export function unseal(sealed: string, key: Uint8Array): string {
  const [title, body = ''] = sealed.split('\n');
  if (title !== TITLE) throw new Error(`it does not begin with "${TITLE}"`);
  const bytes = Buffer.from(body, 'base64');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(TITLE))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
