import type { ShareLinkId, WebAppId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { endRefusedSessions } from './end-refused-sessions.ts';
import { requireManaged } from './require-managed.ts';
import { SHARE_LINK_BYTES, type ShareLink } from './share-link.ts';

/** Makes a link; its token is told once. @throws DomainError `webapp_not_found`, `forbidden`. */
export async function createShareLink(
  { store, clock, secrets }: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  webAppId: WebAppId,
  { label, hours }: { readonly label: string; readonly hours: number },
): Promise<{ readonly link: ShareLink; readonly token: string }> {
  const at = clock();
  const token = secrets.newToken(SHARE_LINK_BYTES);
  const link: ShareLink = {
    id: secrets.newId<ShareLinkId>(),
    webAppId,
    label,
    tokenHash: secrets.digest(token),
    createdAt: at,
    expiresAt: addSeconds(at, hours * 3600),
  };
  await store.transaction(async (stores) => {
    const { workspaceId } = await requireManaged(stores, account, webAppId);
    await stores.shareLinks.add(link);
    const details = { label, expires_at: link.expiresAt.toISOString() };
    const entry = { at, actorId: account.id, subjectId: webAppId, workspaceId, origin, details };
    await stores.audit.append({ ...entry, action: 'webapp.link_created' });
  });
  return { link, token };
}

/**
 * Whoever came by it is out; returns how many open sessions that ended.
 *
 * @throws DomainError `webapp_not_found`, `forbidden`, `share_link_not_found`.
 */
export async function revokeShareLink(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  webAppId: WebAppId,
  id: ShareLinkId,
): Promise<number> {
  const now = platform.clock();
  return platform.store.transaction(async (stores) => {
    const { workspaceId } = await requireManaged(stores, account, webAppId);
    const ended = await endRefusedSessions(platform, stores, { webAppIds: [webAppId], now }, async () => {
      if (!(await stores.shareLinks.remove(webAppId, id))) throw new DomainError('share_link_not_found');
    });
    const details = { link_id: id, sessions_ended: ended };
    const entry = { at: now, actorId: account.id, subjectId: webAppId, workspaceId, origin, details };
    await stores.audit.append({ ...entry, action: 'webapp.link_revoked' });
    return ended;
  });
}
