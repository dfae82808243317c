import { describe, expect, test } from 'vitest';
import { type KeychainEntry, keychainSecrets, type OpenEntry, probeKeychain } from './keychain.ts';

/** A credential store in memory. */
function memoryKeychain(): { entries: Map<string, string>; open: OpenEntry } {
  const entries = new Map<string, string>();
  const open = async (account: string): Promise<KeychainEntry> => ({
    read: async () => entries.get(account),
    write: async (secret) => void entries.set(account, secret),
    remove: async () => void entries.delete(account),
  });
  return { entries, open };
}

const locked: OpenEntry = async () => {
  throw new Error('Unlock prompt was dismissed');
};

const missing: OpenEntry = async () => {
  throw new Error('Platform secure storage failure: zbus error');
};

describe('tokens in the credential store', () => {
  test('lie where the original client looks for them', async () => {
    const { entries, open } = memoryKeychain();
    await keychainSecrets(open).write('dify.example.com', 'ann@a.cc', 'dfoa_1');
    expect([...entries]).toEqual([['tokens.dify.example.com.ann@a.cc', '"dfoa_1"']]);
  });

  test('are read, replaced and removed', async () => {
    const secrets = keychainSecrets(memoryKeychain().open);
    expect(await secrets.read('h', 'a@b.cc')).toBeUndefined();
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    await secrets.write('h', 'a@b.cc', 'dfoa_2');
    expect(await secrets.read('h', 'a@b.cc')).toBe('dfoa_2');
    await secrets.remove('h', 'a@b.cc');
    await secrets.remove('h', 'a@b.cc');
    expect(await secrets.read('h', 'a@b.cc')).toBeUndefined();
  });

  test('are told from a store that does not answer', async () => {
    await expect(keychainSecrets(missing).read('h', 'a@b.cc')).rejects.toMatchObject({
      code: 'keyring_unavailable',
      message: 'OS keychain is unreachable',
    });
  });

  test('are told from a store that is locked', async () => {
    await expect(keychainSecrets(locked).read('h', 'a@b.cc')).rejects.toMatchObject({
      code: 'keyring_unavailable',
      message: 'OS keychain is locked',
    });
  });
});

describe('the credential store', () => {
  test('is chosen when it keeps a test entry, which is removed again', async () => {
    const { entries, open } = memoryKeychain();
    expect(await probeKeychain(open)).toBe('open');
    expect(entries.size).toBe(0);
  });

  test('is not chosen when it is locked, missing or forgets', async () => {
    expect(await probeKeychain(locked)).toBe('locked');
    expect(await probeKeychain(missing)).toBe('missing');
    const forgetful = async () => ({ ...(await memoryKeychain().open('')), write: async () => undefined });
    expect(await probeKeychain(forgetful)).toBe('missing');
  });
});
