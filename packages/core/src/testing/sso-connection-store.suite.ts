import { describe, expect, test } from 'vitest';
import { DEFAULT_SIGN_IN_POLICY } from '../policies/sign-in-policy.ts';
import { aConnection } from './a-connection.ts';
import { anId } from './an-id.ts';
import { anIdentity } from './an-identity.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';
import { openWithConnection } from './open-with-connection.ts';

const EXAMPLE = { domain: 'example.com', token: 'token', provenAt: null };

export function ssoConnectionStoreSuite(open: OpenTestStore): void {
  describe('SSO connections', () => {
    test('are found as they were added, oldest first', async () => {
      const { ssoConnections } = await open();
      const younger = aConnection({ id: anId(2), createdAt: afterNoon(1), domains: [EXAMPLE] });
      expect(await ssoConnections.add(younger)).toBe(true);
      expect(await ssoConnections.add(aConnection())).toBe(true);

      expect(await ssoConnections.find(anId(2))).toEqual(younger);
      expect(await ssoConnections.find(anId(3))).toBeUndefined();
      expect(await ssoConnections.list()).toEqual([aConnection(), younger]);
    });

    test('have a domain for themselves', async () => {
      const store = await open();
      await store.ssoConnections.add(aConnection({ domains: [EXAMPLE] }));

      const added = store.transaction(async ({ ssoConnections }) => {
        if (!(await ssoConnections.add(aConnection({ id: anId(2), domains: [EXAMPLE] })))) throw new Error('taken');
      });

      await expect(added).rejects.toThrow('taken');
      expect(await store.ssoConnections.list()).toHaveLength(1);
    });

    test('are changed by one of fifty that were made from the same version', async () => {
      const { ssoConnections } = await openWithConnection(open);

      const kept = await atOnce(50, (n) =>
        ssoConnections.replace(aConnection({ name: `Change ${n}`, version: 2, domains: [EXAMPLE] }), 1),
      );

      expect(kept.filter((result) => result === 'kept')).toHaveLength(1);
      expect(kept.filter((result) => result === 'changed_meanwhile')).toHaveLength(49);
      expect(await ssoConnections.find(anId(1))).toMatchObject({ version: 2, domains: [EXAMPLE] });
    });

    test('prove domains of their own', async () => {
      const { ssoConnections } = await open();
      await ssoConnections.add(aConnection({ domains: [EXAMPLE] }));

      expect(await ssoConnections.markProven(anId(2), 'example.com', NOON)).toBe(false);
      expect(await ssoConnections.markProven(anId(1), 'example.com', NOON)).toBe(true);

      expect((await ssoConnections.find(anId(1)))?.domains).toEqual([{ ...EXAMPLE, provenAt: NOON }]);
    });

    test('leave with their identities by one of fifty removals at once, and the accounts stay', async () => {
      const { ssoConnections, identities, accounts } = await openWithConnection(open);
      await identities.add(anIdentity());

      const removed = await atOnce(50, () => ssoConnections.remove(anId(1)));

      expect(removed.filter(Boolean)).toHaveLength(1);
      expect(await identities.listOf(anId(1))).toEqual([]);
      expect(await accounts.find(anId(1))).toBeDefined();
    });

    test('tell the policy the protocol of the oldest that serves workspaces', async () => {
      const { ssoConnections, policy } = await open();
      await policy.set(DEFAULT_SIGN_IN_POLICY);
      const protocol = async () => (await policy.get()).ssoProtocol;
      expect(await protocol()).toBeNull();

      await ssoConnections.add(aConnection({ isEnabled: false }));
      await ssoConnections.add(aConnection({ id: anId(2), uses: ['administration'] }));
      expect(await protocol()).toBeNull();

      await ssoConnections.replace(aConnection({ version: 2 }), 1);
      expect(await protocol()).toBe('oidc');
    });

    test('that open the administration count as a way in for administrators with an identity', async () => {
      const { ssoConnections, administrators, identities } = await openWithConnection(open);
      await administrators.add(anId(1), NOON);
      await identities.add(anIdentity());
      const hasIdentity = async () => (await administrators.list()).map((one) => one.hasIdentity);
      expect(await hasIdentity()).toEqual([false]);

      await ssoConnections.replace(aConnection({ uses: ['administration'], version: 2 }), 1);
      expect(await hasIdentity()).toEqual([true]);

      await ssoConnections.replace(aConnection({ uses: ['administration'], isEnabled: false, version: 3 }), 2);
      expect(await hasIdentity()).toEqual([false]);
    });
  });

  describe('ways into workspaces', () => {
    test('are counted with linked identities, while their connection serves workspaces', async () => {
      const { accounts, identities, ssoConnections } = await openWithConnection(open);
      await identities.add(anIdentity());
      const withIdentity = async () =>
        (await accounts.countWaysIn(10)).filter(({ ways, count }) => ways.identity && count > 0);
      expect(await withIdentity()).toMatchObject([{ ways: { password: false, identity: true }, count: 1 }]);

      await ssoConnections.replace(aConnection({ isEnabled: false, version: 2 }), 1);

      expect(await withIdentity()).toEqual([]);
      expect((await accounts.countWaysIn(10)).reduce((sum, { count }) => sum + count, 0)).toBe(2);
    });
  });

  describe('our keys as a service provider', () => {
    test('are those of one of fifty that make them at once', async () => {
      const { serviceProviderKeys } = await openWithAccounts(open);
      expect(await serviceProviderKeys.get()).toBeUndefined();

      const kept = await atOnce(50, (n) => serviceProviderKeys.keep(`keys ${n}`));

      expect(new Set(kept).size).toBe(1);
      expect(await serviceProviderKeys.get()).toBe(kept[0]);
    });
  });
}
