import type { KeychainEntry } from './keychain.ts';

const SERVICE = 'difyctl';
/** Never the kernel's keyring, which forgets everything when the machine restarts. */
const OPTIONS = { linux: { store: 'secret-service' } } as const;

/** As the driver writes a password down. */
const ENCODING = process.platform === 'win32' ? 'utf16le' : 'utf8';

/** Opens an entry in Keychain, Credential Manager or the Secret Service; rejects where their driver cannot be loaded. */
export async function openKeychainEntry(account: string): Promise<KeychainEntry> {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  const entry = new AsyncEntry(SERVICE, account, OPTIONS);
  return {
    async read() {
      // Not getPassword, which answers null when the store is locked.
      const bytes = await entry.getSecret();
      return bytes === null ? undefined : Buffer.from(bytes).toString(ENCODING);
    },
    write: (secret) => entry.setPassword(secret),
    async remove() {
      await entry.deleteCredential();
    },
  };
}
