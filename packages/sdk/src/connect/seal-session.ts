import { ConnectError } from './connect-error.ts';
import type { SavedSession } from './saved-session.ts';

const NONCE_BYTES = 12;

/**
 * Seals a session for a file (AES-256-GCM).
 *
 * @param key 32 bytes of chance, from a credential store
 * @example
 * ```ts
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * const sealed = await sealSession(session.save(), key);
 * const again = restoreSession(await openSession(sealed, key));
 * console.log(again.email);
 * ```
 */
export async function sealSession(session: SavedSession, key: Uint8Array<ArrayBuffer>): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(session));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(key), text));
  return btoa(Array.from([...iv, ...sealed], (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Opens what `sealSession` sealed.
 *
 * @example
 * ```ts
 * declare const sealed: string;
 * declare const key: Uint8Array<ArrayBuffer>;
 * const { server, email } = await openSession(sealed, key);
 * console.log(server, email);
 * ```
 *
 * @throws {ConnectError} `seal_broken` under another key, or when somebody has changed it
 */
export async function openSession(sealed: string, key: Uint8Array<ArrayBuffer>): Promise<SavedSession> {
  try {
    const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
    const [iv, box] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await importKey(key), box);
    // A boundary: only who has the key can have written it.
    return JSON.parse(new TextDecoder().decode(text)) as SavedSession;
  } catch (cause) {
    throw new ConnectError('seal_broken', 'The session was sealed under another key, or was changed since.', { cause });
  }
}

function importKey(key: Uint8Array<ArrayBuffer>) {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
