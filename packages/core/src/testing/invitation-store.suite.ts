import { describe, expect, test } from 'vitest';
import type { Invitation } from '../invitations/invitation.ts';
import type { Store } from '../kernel/store.ts';
import { aWorkspace } from './a-workspace.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

const ALL = { search: '', status: undefined };
const PAGE = { offset: 0, limit: 10 };

export function invitationStoreSuite(open: OpenTestStore): void {
  describe('invitations', () => {
    test('are found by either token, which says whether it was the one in the letter', async () => {
      const { invitations } = await openWithWorkspace(open);
      await invitations.replace(anInvitation());

      const listed = { ...anInvitation(), workspaceName: 'Analytical Engines' };
      expect(await invitations.findByToken('token')).toEqual({ ...listed, isProof: false });
      expect(await invitations.findByToken('proof')).toEqual({ ...listed, isProof: true });
      expect(await invitations.findByToken('neither')).toBeUndefined();
    });

    test('replace an unanswered one of the same address to the same workspace, whose links are dead then', async () => {
      const { invitations } = await openWithWorkspace(open);
      await invitations.replace(anInvitation());

      await invitations.replace(anInvitation({ id: anId(2), tokenHash: 'newer', proofHash: 'newer proof' }));

      expect(await invitations.findByToken('token')).toBeUndefined();
      expect(await invitations.findByToken('proof')).toBeUndefined();
      expect((await invitations.findUnanswered(anId(1), 'ada@example.com'))?.id).toBe(anId(2));
    });

    test('leave one unanswered when fifty are written at once', async () => {
      const store = await openWithWorkspace(open);

      await atOnce(20, (index) =>
        store
          .transaction(async ({ invitations }) => {
            const hashes = { tokenHash: `token ${index}`, proofHash: `proof ${index}` };
            await invitations.replace(anInvitation({ id: anId(index), ...hashes }));
          })
          .catch(() => {}),
      );

      expect((await store.invitations.list(ALL, PAGE, NOON)).total).toBe(1);
    });

    test('are answered by one of fifty at once', async () => {
      const { invitations } = await openWithWorkspace(open);
      await invitations.replace(anInvitation());

      const answered = await atOnce(50, (index) =>
        invitations.answer(anId(1), index % 2 === 0 ? 'accepted' : 'revoked', NOON),
      );

      expect(answered.filter(Boolean)).toHaveLength(1);
      expect(await invitations.findUnanswered(anId(1), 'ada@example.com')).toBeUndefined();
    });

    test('wait for an account’s answer until they expire', async () => {
      const { invitations } = await openWithWorkspace(open);
      await invitations.replace(anInvitation({ expiresAt: afterNoon(60) }));

      expect((await invitations.listOpen(anId(1), afterNoon(59))).map(({ id }) => id)).toEqual([anId(1)]);
      expect(await invitations.listOpen(anId(1), afterNoon(60))).toEqual([]);
      expect(await invitations.listOpen(anId(2), NOON)).toEqual([]);
    });

    test('of an account are accepted together', async () => {
      const { invitations } = await openWithWorkspace(open);
      await invitations.replace(anInvitation());

      await invitations.acceptAll(anId(1), afterNoon(5));

      expect(await invitations.find(anId(1))).toMatchObject({ answer: 'accepted', answeredAt: afterNoon(5) });
    });

    test('are listed newest first, by a part of the address and by where they stand', async () => {
      const { invitations } = await openWithWorkspace(open);
      await invitations.replace(anInvitation());
      await invitations.replace(graces({ createdAt: afterNoon(1), expiresAt: afterNoon(60) }));

      const ids = async (filter: Partial<Parameters<typeof invitations.list>[0]>, now = NOON) =>
        (await invitations.list({ ...ALL, ...filter }, PAGE, now)).data.map(({ id }) => id);

      expect(await ids({})).toEqual([anId(2), anId(1)]);
      expect(await ids({ search: 'GRACE' })).toEqual([anId(2)]);
      expect(await ids({ search: '_' })).toEqual([]);
      expect(await ids({ status: 'open' }, afterNoon(60))).toEqual([anId(1)]);
      expect(await ids({ status: 'expired' }, afterNoon(60))).toEqual([anId(2)]);
      expect(await ids({ status: 'accepted' })).toEqual([]);
      expect(await ids({ workspaceId: anId(9) })).toEqual([]);
    });

    test('go with their workspace', async () => {
      const { invitations, workspaces } = await openWithWorkspace(open);
      await invitations.replace(anInvitation());

      await workspaces.remove(anId(1));

      expect(await invitations.find(anId(1))).toBeUndefined();
    });
  });
}

async function openWithWorkspace(open: OpenTestStore): Promise<Store> {
  const store = await openWithAccounts(open);
  await store.workspaces.add(aWorkspace({ id: anId(1), name: 'Analytical Engines' }));
  return store;
}

function anInvitation(differences: Partial<Invitation> = {}): Invitation {
  return {
    id: anId(1),
    workspaceId: anId(1),
    email: 'ada@example.com',
    accountId: anId(1),
    role: 'editor',
    language: 'en-US',
    inviter: 'Charles',
    tokenHash: 'token',
    proofHash: 'proof',
    createdAt: NOON,
    expiresAt: afterNoon(3600),
    answer: null,
    answeredAt: null,
    ...differences,
  };
}

function graces(differences: Partial<Invitation> = {}): Invitation {
  const other = { id: anId<Invitation['id']>(2), accountId: anId<Invitation['accountId']>(2) };
  const hashes = { tokenHash: 'of Grace', proofHash: 'proof of Grace' };
  return anInvitation({ ...other, email: 'grace@example.com', ...hashes, ...differences });
}
