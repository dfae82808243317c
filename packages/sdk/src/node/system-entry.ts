import type { OpenEntry } from './sealing-key.ts';

const SERVICE = 'connect-dify';
/** Never the kernel's keyring, which forgets everything when the machine restarts. */
const OPTIONS = { linux: { store: 'secret-service' } } as const;

/** Opens an entry in Keychain, Credential Manager or the Secret Service; rejects where their driver cannot be loaded. */
export const openSystemEntry: OpenEntry = async (account) => {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  const entry = new AsyncEntry(SERVICE, account, OPTIONS);
  return {
    async read() {
      const secret = await entry.getSecret();
      return secret === null || secret === undefined ? undefined : new Uint8Array(secret);
    },
    write: (secret) => entry.setSecret(secret),
  };
};
