import { join } from 'node:path';
import type { Shell } from '../shell.ts';
import { configFolder } from '../system/config-folder.ts';
import { keyFilePath } from '../system/key-file-path.ts';
import type { SecretStore, SecretStores } from './secret-store.ts';

type Place = Pick<Shell, 'env' | 'machine'>;

/** The stores of this machine, each loaded when first used. `DIFY_E2E_NO_KEYRING=1` leaves out the system's. */
export function systemSecrets(place: Place): SecretStores {
  const keychain = lazy(async () => {
    const { keychainSecrets } = await import('./keychain.ts');
    const { openKeychainEntry } = await import('./system-keychain.ts');
    return keychainSecrets(openKeychainEntry);
  });
  const file = lazy(() => openFile(place));
  return {
    at: (storage) => (storage === 'keychain' ? keychain : file),
    async probe() {
      if (place.env('DIFY_E2E_NO_KEYRING') === '1') return 'missing';
      const { probeKeychain } = await import('./keychain.ts');
      const { openKeychainEntry } = await import('./system-keychain.ts');
      return probeKeychain(openKeychainEntry);
    },
  };
}

async function openFile(place: Place): Promise<SecretStore> {
  const { fileSecrets } = await import('./file-secrets.ts');
  const folder = configFolder(place);
  return fileSecrets({
    plainPath: join(folder, 'tokens.yml'),
    sealedPath: join(folder, 'tokens.sealed'),
    keyPath: keyFilePath(place),
    plain: place.env('DIFYCTL_PLAIN_TOKENS') === '1',
  });
}

function lazy(load: () => Promise<SecretStore>): SecretStore {
  return {
    read: async (host, email) => (await load()).read(host, email),
    write: async (host, email, token) => (await load()).write(host, email, token),
    remove: async (host, email) => (await load()).remove(host, email),
  };
}
