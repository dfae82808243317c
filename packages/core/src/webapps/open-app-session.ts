import type { WebAppId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit, limitKey } from '../limits/count-against-limit.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { APP_SESSION_TTL_SECONDS, APP_TOKEN_BYTES, type Visit } from './app-session.ts';
import { attemptOf, noteEntrance } from './note-entrance.ts';
import type { PublishedWebApp } from './webapp.ts';

interface Exchange {
  readonly webAppId: WebAppId;
  readonly code: string;
  /** What the browser kept. */
  readonly nonce: string;
  /** Tokens of sessions on this WebApp that the browser has already. */
  readonly tokens: readonly string[];
}

/**
 * Exchanges the code of {@link enterWebApp} for the token of a session. What the browser had proven before stays proven.
 *
 * @throws DomainError `entry_expired`; of several at once one wins.
 */
export async function openAppSession({ store, clock, secrets }: Platform, exchange: Exchange): Promise<string> {
  const { webAppId, code, nonce, tokens } = exchange;
  const now = clock();
  const token = secrets.newToken(APP_TOKEN_BYTES);
  const hashes = tokens.map((known) => secrets.digest(known));
  return store.transaction(async (stores) => {
    const before = await sessionAmong(stores, webAppId, hashes, now);
    const isOpen = await stores.appSessions.open({
      webAppId,
      codeHash: secrets.digest(code),
      nonceHash: secrets.digest(nonce),
      tokenHash: secrets.digest(token),
      now,
      expiresAt: addSeconds(now, APP_SESSION_TTL_SECONDS),
      before: before?.session,
    });
    if (!isOpen) throw new DomainError('entry_expired');
    if (before !== undefined) await stores.appSessions.remove(before.session.tokenHash);
    return token;
  });
}

interface Showing {
  readonly webApp: PublishedWebApp;
  readonly linkToken: string;
  readonly tokens: Exchange['tokens'];
}

/**
 * Opens a session for whoever brings a link that works; who they are is asked afterwards, where the access mode asks.
 * Tries at links count by network before one is looked up; one that works is taken back.
 *
 * @throws DomainError `share_link_needed`, `too_many_requests`.
 */
export async function openByShareLink(
  platform: Platform,
  origin: Origin,
  { webApp, linkToken, tokens }: Showing,
): Promise<string> {
  const { store, clock, secrets } = platform;
  const network = networkOf(origin.ip);
  const refused = (error: unknown) => {
    const reason = error instanceof DomainError ? error.code : 'internal';
    const details = { webapp: webApp.code, reason };
    return noteRefusal(platform, { origin, ...attemptOf({ kind: 'nobody' }), details }, error);
  };
  await countAgainstLimit(platform, 'link-network', network).catch(refused);
  const now = clock();
  const link = await store.shareLinks.find(webApp.id, secrets.digest(linkToken), now);
  if (link === undefined) return refused(new DomainError('share_link_needed', { rule: 'webapp_refused' }));
  await store.limits.refund(limitKey('link-network', network));
  const token = secrets.newToken(APP_TOKEN_BYTES);
  const hashes = tokens.map((known) => secrets.digest(known));
  await store.transaction(async (stores) => {
    const before = await sessionAmong(stores, webApp.id, hashes, now);
    await stores.appSessions.add({
      consoleSessionId: null,
      externalUserId: null,
      provenPassphrase: null,
      ...before?.session,
      webAppId: webApp.id,
      tokenHash: secrets.digest(token),
      nonceHash: null,
      shareLinkId: link.id,
      ip: origin.ip,
      createdAt: now,
      expiresAt: addSeconds(now, APP_SESSION_TTL_SECONDS),
    });
    if (before !== undefined) await stores.appSessions.remove(before.session.tokenHash);
    const visitor = before?.visitor ?? { kind: 'nobody' };
    await noteEntrance(stores, { at: now, origin, webApp, visitor, way: 'share_link' });
  });
  return token;
}

/** The open session on a WebApp that a browser has already. */
async function sessionAmong(
  { appSessions }: Pick<Stores, 'appSessions'>,
  webAppId: WebAppId,
  hashes: readonly string[],
  now: Date,
): Promise<Visit | undefined> {
  for (const hash of hashes) {
    const visit = await appSessions.findVisit(hash, now);
    if (visit?.session.webAppId === webAppId) return visit;
  }
  return undefined;
}
