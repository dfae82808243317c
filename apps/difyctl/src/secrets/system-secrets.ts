import type { Shell } from '../shell.ts';
import type { SecretStore, SecretStores } from './secret-store.ts';

/** The stores of this machine, each loaded when first used. `DIFY_E2E_NO_KEYRING=1` leaves out the system's. */
export function systemSecrets(path: string, { clock, env }: Pick<Shell, 'clock' | 'env'>): SecretStores {
  const keychain = lazy(async () => {
    const { keychainSecrets } = await import('./keychain.ts');
    const { openKeychainEntry } = await import('./system-keychain.ts');
    return keychainSecrets(openKeychainEntry);
  });
  const file = lazy(async () => (await import('./file-secrets.ts')).fileSecrets(path, clock));
  return {
    at: (storage) => (storage === 'keychain' ? keychain : file),
    async choose() {
      if (env('DIFY_E2E_NO_KEYRING') === '1') return 'file';
      const { keepsSecrets } = await import('./keychain.ts');
      const { openKeychainEntry } = await import('./system-keychain.ts');
      return (await keepsSecrets(openKeychainEntry)) ? 'keychain' : 'file';
    },
  };
}

function lazy(load: () => Promise<SecretStore>): SecretStore {
  return {
    read: async (host, email) => (await load()).read(host, email),
    write: async (host, email, token) => (await load()).write(host, email, token),
    remove: async (host, email) => (await load()).remove(host, email),
  };
}
