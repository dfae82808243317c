import type { SsoTestId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import type { PendingLink } from '../sso/pending-link.ts';
import type { SsoTest } from '../sso/sso-test.ts';
import type { SsoTransaction } from '../sso/sso-transaction.ts';
import { aConnection } from './a-connection.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithConnection } from './open-with-connection.ts';

export function ssoTransactionStoreSuite(open: OpenTestStore): void {
  describe('questions to identity providers', () => {
    test('are found with all they remember, until the very instant of their expiry', async () => {
      const { ssoTransactions } = await openWithConnection(open);
      await ssoTransactions.add(aTransaction());

      expect(await ssoTransactions.find('state', afterNoon(59))).toEqual(aTransaction());
      expect(await ssoTransactions.find('state', afterNoon(60))).toBeUndefined();
      expect(await ssoTransactions.find('other', NOON)).toBeUndefined();
    });

    test('are answered once, in the browser that asked, by one of fifty answers at once', async () => {
      const { ssoTransactions } = await openWithConnection(open);
      await ssoTransactions.add(aTransaction());
      expect(await ssoTransactions.take('state', 'another browser')).toBe(false);

      const taken = await atOnce(50, () => ssoTransactions.take('state', 'browser'));

      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await ssoTransactions.find('state', NOON)).toBeUndefined();
    });

    test('give their address away once for a ticket, and wait on', async () => {
      const { ssoTransactions } = await openWithConnection(open);
      await ssoTransactions.add(aTransaction({ ticketHash: 'ticket' }));
      expect(await ssoTransactions.findByTicket('ticket', NOON)).toMatchObject({ stateHash: 'state' });
      expect(await ssoTransactions.findByTicket('ticket', afterNoon(60))).toBeUndefined();
      expect(await ssoTransactions.takeTicket('ticket', 'another browser')).toBe(false);

      const taken = await atOnce(50, () => ssoTransactions.takeTicket('ticket', 'browser'));

      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await ssoTransactions.findByTicket('ticket', NOON)).toBeUndefined();
      expect(await ssoTransactions.find('state', NOON)).toEqual(aTransaction());
    });

    test('end with their connection, and are swept once they are over', async () => {
      const { ssoTransactions, ssoConnections, sweep } = await openWithConnection(open);
      await ssoConnections.add(aConnection({ id: anId(2) }));
      await ssoTransactions.add(aTransaction());
      await ssoTransactions.add(aTransaction({ stateHash: 'second', connectionId: anId(2) }));

      await ssoConnections.remove(anId(2));
      expect(await ssoTransactions.find('second', NOON)).toBeUndefined();

      await sweep(afterNoon(61));
      expect(await ssoTransactions.take('state', 'browser')).toBe(false);
    });
  });

  describe('identities that wait to be linked', () => {
    const link: PendingLink = {
      tokenHash: 'token',
      connectionId: anId(1),
      subject: 'ada',
      email: 'ada@example.com',
      name: null,
      createdAt: NOON,
      expiresAt: afterNoon(60),
    };

    test('are found until they expire, and taken by one of fifty at once', async () => {
      const { pendingLinks } = await openWithConnection(open);
      await pendingLinks.add(link);
      expect(await pendingLinks.find('token', afterNoon(59))).toEqual(link);
      expect(await pendingLinks.find('token', afterNoon(60))).toBeUndefined();

      const taken = await atOnce(50, () => pendingLinks.take('token'));

      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('tests of connections', () => {
    const started: SsoTest = {
      id: anId(1),
      connectionId: anId(1),
      connectionVersion: 3,
      startedBy: anId(1),
      startedByName: 'Ada',
      startedAt: NOON,
      finishedAt: null,
      outcome: 'running',
      result: null,
    };
    const result = {
      claims: { sub: 'ada' },
      mapped: { subject: 'ada', email: null, emailVerified: false, name: null, groups: [] },
      decision: { kind: 'proves', rule: null, account: null, role: null },
      refusal: null,
    } as const;

    test('end once, and vouch for the version that was tested, for whoever tested it', async () => {
      const { ssoTests } = await openWithConnection(open);
      await ssoTests.add(started);
      expect(await ssoTests.hasSucceeded(anId(1), 3, anId(1))).toBe(false);

      const end = { id: anId(1), outcome: 'succeeded', at: afterNoon(5), result } as const;
      const ended = await atOnce(50, () => ssoTests.finish({ ...end, id: started.id }));

      expect(ended.filter(Boolean)).toHaveLength(1);
      const finished = { ...started, outcome: 'succeeded', finishedAt: afterNoon(5), result };
      expect(await ssoTests.find(started.id)).toEqual(finished);
      expect(await ssoTests.hasSucceeded(anId(1), 3, anId(1))).toBe(true);
      expect(await ssoTests.hasSucceeded(anId(1), 4, anId(1))).toBe(false);
      expect(await ssoTests.hasSucceeded(anId(1), 3, anId(2))).toBe(false);
    });

    test('are told newest first of each connection, and kept for a day', async () => {
      const { ssoTests, sweep } = await openWithConnection(open);
      await ssoTests.add(started);
      const second = { ...started, id: anId<SsoTestId>(2), startedAt: afterNoon(1) };
      await ssoTests.add(second);

      expect(await ssoTests.latest()).toEqual([second]);

      await sweep(afterNoon(DAY + 2));
      expect(await ssoTests.latest()).toEqual([]);
    });
  });

  describe('what may be used once', () => {
    test('is remembered by one of fifty at once, until it expires', async () => {
      const { ssoReplays, sweep } = await open();

      const remembered = await atOnce(50, () => ssoReplays.remember('key', afterNoon(60)));
      expect(remembered.filter(Boolean)).toHaveLength(1);

      await sweep(afterNoon(59));
      expect(await ssoReplays.remember('key', afterNoon(60))).toBe(false);
      await sweep(afterNoon(61));
      expect(await ssoReplays.remember('key', afterNoon(120))).toBe(true);
    });
  });
}

function aTransaction(differences: Partial<SsoTransaction> = {}): SsoTransaction {
  return {
    stateHash: 'state',
    browserHash: 'browser',
    ticketHash: null,
    connectionId: anId(1),
    purpose: { kind: 'workspace', returnTo: '/', invitedEmail: null },
    memory: {
      protocol: 'oidc',
      connectionId: anId(1),
      state: 'a state',
      callbackUrl: 'https://id.example.com/callback',
      startedAt: NOON.toISOString(),
      forceReauthentication: false,
      issuer: 'https://idp.example.com',
      nonce: 'a nonce',
      codeVerifier: 'a verifier',
    },
    redirect: { kind: 'url', url: 'https://idp.example.com/authorize' },
    createdAt: NOON,
    expiresAt: afterNoon(60),
    ...differences,
  };
}
