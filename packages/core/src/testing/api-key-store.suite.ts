import { describe, expect, test } from 'vitest';
import type { ApiKey } from '../administrators/administrator.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function apiKeyStoreSuite(open: OpenTestStore): void {
  describe('API keys', () => {
    test('are read with their maker, and whether that person administrates now', async () => {
      const { apiKeys, administrators } = await openWithAccounts(open);
      await apiKeys.add(anApiKey({ expiresAt: afterNoon(60) }));

      const key = anApiKey({ expiresAt: afterNoon(60) });
      expect(await apiKeys.findAdmitted('hash')).toEqual({ key, account: anAccount(), isAdministrator: false });
      await administrators.add(anId(1), NOON);
      expect((await apiKeys.findAdmitted('hash'))?.isAdministrator).toBe(true);
      expect(await apiKeys.findAdmitted('another')).toBeUndefined();
    });

    test('are listed newest first, with their maker’s name and last use', async () => {
      const { apiKeys } = await openWithAccounts(open);
      await apiKeys.add(anApiKey());
      await apiKeys.add(anApiKey({ id: anId(2), tokenHash: 'newer', createdAt: afterNoon(1) }));
      await apiKeys.noteUse(anId(1), afterNoon(5));

      expect((await apiKeys.list()).map(({ id, makerName, lastUsedAt }) => [id, makerName, lastUsedAt])).toEqual([
        [anId(2), 'Ada', null],
        [anId(1), 'Ada', afterNoon(5)],
      ]);
    });

    test('are revoked by one of fifty at once, and listed no more', async () => {
      const { apiKeys } = await openWithAccounts(open);
      await apiKeys.add(anApiKey());

      const revoked = await atOnce(50, () => apiKeys.revoke(anId(1), NOON));

      expect(revoked.filter(Boolean)).toHaveLength(1);
      expect(await apiKeys.list()).toEqual([]);
      expect((await apiKeys.findAdmitted('hash'))?.key.revokedAt).toEqual(NOON);
    });
  });
}

function anApiKey(differences: Partial<ApiKey> = {}): ApiKey {
  return {
    id: anId(1),
    name: 'nightly export',
    prefix: 'lka_abcdef',
    tokenHash: 'hash',
    scopes: ['members:read', 'audit:read'],
    createdBy: anId(1),
    createdAt: NOON,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    ...differences,
  };
}
