import type { WebAppId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { APP_SESSION_TTL_SECONDS, APP_TOKEN_BYTES, type AppSession } from './app-session.ts';

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
      before,
    });
    if (!isOpen) throw new DomainError('entry_expired');
    if (before !== undefined) await stores.appSessions.remove(before.tokenHash);
    return token;
  });
}

/**
 * Opens a session for whoever brings a link that works; who they are is asked afterwards, where the access mode asks.
 *
 * @throws DomainError `share_link_needed`, `too_many_requests`.
 */
export async function openByShareLink(
  platform: Platform,
  origin: Origin,
  { webAppId, linkToken, tokens }: Pick<Exchange, 'webAppId' | 'tokens'> & { readonly linkToken: string },
): Promise<string> {
  const { store, clock, secrets } = platform;
  await countAgainstLimit(platform, 'link-network', networkOf(origin.ip));
  const now = clock();
  const link = await store.shareLinks.find(webAppId, secrets.digest(linkToken), now);
  if (link === undefined) throw new DomainError('share_link_needed');
  const token = secrets.newToken(APP_TOKEN_BYTES);
  const hashes = tokens.map((known) => secrets.digest(known));
  const before = await sessionAmong(store, webAppId, hashes, now);
  const fresh: AppSession = {
    consoleSessionId: null,
    externalUserId: null,
    provenPassphrase: null,
    ...before,
    webAppId,
    tokenHash: secrets.digest(token),
    nonceHash: null,
    shareLinkId: link.id,
    ip: origin.ip,
    createdAt: now,
    expiresAt: addSeconds(now, APP_SESSION_TTL_SECONDS),
  };
  await store.appSessions.add(fresh);
  return token;
}

/** The open session on a WebApp that a browser has already. */
async function sessionAmong(
  { appSessions }: Pick<Stores, 'appSessions'>,
  webAppId: WebAppId,
  hashes: readonly string[],
  now: Date,
): Promise<AppSession | undefined> {
  for (const hash of hashes) {
    const visit = await appSessions.findVisit(hash, now);
    if (visit?.session.webAppId === webAppId) return visit.session;
  }
  return undefined;
}
