import { describe, expect, test } from 'vitest';
import type { ExternalSession } from '../bearer-sessions/external-session.ts';
import type { DeviceApproval } from '../device-grants/device-approval.ts';
import type { Store } from '../kernel/store.ts';
import { aDeviceGrant } from './a-device-grant.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithConnection } from './open-with-connection.ts';

export function externalSessionStoreSuite(open: OpenTestStore): void {
  describe('terminals of external users', () => {
    test('are admitted with whom they belong to', async () => {
      const { externalSessions, externalUsers } = await openWithEve(open);
      await externalSessions.replace(aSession());

      const user = await externalUsers.find(anId(1));
      expect(await externalSessions.findAdmitted('token')).toEqual({ session: aSession(), user });
      expect(await externalSessions.findAdmitted('other')).toBeUndefined();
      await externalSessions.noteUse(anId(1), afterNoon(1));
      expect(await externalSessions.find(anId(1), anId(1))).toEqual(aSession({ lastUsedAt: afterNoon(1) }));
    });

    test('replace the one of the same client and label, however many do at once', async () => {
      const { externalSessions } = await openWithEve(open);

      await atOnce(20, (n) => externalSessions.replace(aSession({ id: anId(n), tokenHash: `token ${n}` })));

      const page = { offset: 0, limit: 10 };
      expect(await externalSessions.listLive(anId(1), NOON, page)).toMatchObject({ total: 1, sessions: [{}] });
      expect(await externalSessions.listLive(anId(2), NOON, page)).toEqual({ total: 0, sessions: [] });
    });

    test('are ended by their own person, by one of fifty at once', async () => {
      const { externalSessions } = await openWithEve(open);
      await externalSessions.replace(aSession());
      expect(await externalSessions.revoke(anId(1), anId(2), NOON)).toBe(false);

      const ended = await atOnce(50, () => externalSessions.revoke(anId(1), anId(1), NOON));

      expect(ended.filter(Boolean)).toHaveLength(1);
    });

    test('of everybody end together', async () => {
      const { externalSessions } = await openWithEve(open);
      await externalSessions.replace(aSession());

      expect(await externalSessions.revokeEverybodys(NOON)).toBe(1);

      expect((await externalSessions.find(anId(1), anId(1)))?.revokedAt).toEqual(NOON);
    });

    test('leave with the connection their people came by', async () => {
      const { externalSessions, ssoConnections } = await openWithEve(open);
      await externalSessions.replace(aSession());

      await ssoConnections.remove(anId(1));

      expect(await externalSessions.findAdmitted('token')).toBeUndefined();
    });
  });

  describe('approvals by external users', () => {
    test('are found by their kind until they expire, and used by one of fifty at once', async () => {
      const { deviceApprovals, deviceGrants } = await openWithEve(open);
      await deviceGrants.add(aDeviceGrant());
      await deviceApprovals.add(anApproval());
      expect(await deviceApprovals.find('assertion', 'approval', afterNoon(59))).toEqual(anApproval());
      expect(await deviceApprovals.find('assertion', 'approval', afterNoon(60))).toBeUndefined();
      expect(await deviceApprovals.find('grant', 'approval', NOON)).toBeUndefined();
      expect(await deviceApprovals.take('grant', 'approval')).toBe(false);

      const taken = await atOnce(50, () => deviceApprovals.take('assertion', 'approval'));

      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    test('and denials and approvals by accounts: one of all of them decides', async () => {
      const { deviceGrants } = await openWithEve(open);
      const grant = aDeviceGrant();
      await deviceGrants.add(grant);
      const expiresAt = afterNoon(60);

      const decided = await atOnce(30, (n) =>
        n % 2 === 0
          ? deviceGrants.approveExternally(grant.id, { externalUserId: anId(1), issuer: 'https://idp', expiresAt })
          : deviceGrants.decide(grant.id, { status: 'denied', accountId: anId(1), expiresAt }),
      );

      expect(decided.filter(Boolean)).toHaveLength(1);
      const found = await deviceGrants.find(grant.id);
      expect(found?.externalUserId === null).toBe(found?.status === 'denied');
    });

    test('are swept with the terminals that ended', async () => {
      const { deviceApprovals, deviceGrants, externalSessions, sweep } = await openWithEve(open);
      await deviceGrants.add(aDeviceGrant({ expiresAt: afterNoon(100 * DAY) }));
      await deviceApprovals.add(anApproval());
      await externalSessions.replace(aSession());

      await sweep(afterNoon(61));
      expect(await deviceApprovals.take('assertion', 'approval')).toBe(false);
      await sweep(afterNoon(44 * DAY + 1));
      expect(await externalSessions.find(anId(1), anId(1))).toBeUndefined();
    });
  });
}

async function openWithEve(open: OpenTestStore): Promise<Store> {
  const store = await openWithConnection(open);
  await store.externalUsers.visit({
    id: anId(1),
    connectionId: anId(1),
    subject: 'eve',
    email: 'eve@partner.example',
    name: 'Eve',
    createdAt: NOON,
    lastVisitAt: NOON,
  });
  return store;
}

function aSession(differences: Partial<ExternalSession> = {}): ExternalSession {
  return {
    id: anId(1),
    externalUserId: anId(1),
    issuer: 'https://idp.example.com',
    clientId: 'difyctl',
    deviceLabel: 'difyctl on laptop',
    prefix: 'dfoe_',
    tokenHash: 'token',
    ip: '192.0.2.1',
    createdAt: NOON,
    lastUsedAt: null,
    expiresAt: afterNoon(14 * DAY),
    revokedAt: null,
    ...differences,
  };
}

function anApproval(): DeviceApproval {
  return {
    tokenHash: 'approval',
    kind: 'assertion',
    browserHash: 'browser',
    grantId: aDeviceGrant().id,
    userCode: 'AAAA-AAAA',
    externalUserId: anId(1),
    issuer: 'https://idp.example.com',
    createdAt: NOON,
    expiresAt: afterNoon(60),
  };
}
