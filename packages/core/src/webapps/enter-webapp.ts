import type { ExternalUserId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit, limitKey } from '../limits/count-against-limit.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { APP_CODE_TTL_SECONDS, APP_TOKEN_BYTES } from './app-session.ts';
import { decideAccess, type Visitor } from './decide-access.ts';
import { attemptOf, noteEntrance } from './note-entrance.ts';
import type { PublishedWebApp } from './webapp.ts';

/** Whoever stands at the door, as far as they have proven who they are. */
export type Guest =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'member'; readonly session: AdmittedSession }
  | { readonly kind: 'external'; readonly userId: ExternalUserId };

interface Arrival {
  readonly webApp: PublishedWebApp;
  readonly guest: Guest;
  /** Digest of what the browser keeps, so that nobody else can use the code. */
  readonly nonceHash: string;
  readonly passphrase?: string | undefined;
}

/** What somebody at the door is told to do is no refusal. */
const STEPS: readonly string[] = ['sign_in_needed', 'external_sign_in_needed', 'passphrase_needed'];

/**
 * Lets somebody into a WebApp: returns a code that works once, in their browser, on the app's own host; `undefined` for a
 * stranger whom the app lets in as they are, who has nothing to show there. The link that a WebApp may ask for is shown
 * there. Who entered, and who was refused and why, is written down.
 *
 * @throws DomainError a `WebAppRefusal`, `wrong_passphrase`, `too_many_requests`.
 */
export async function enterWebApp(platform: Platform, origin: Origin, arrival: Arrival): Promise<string | undefined> {
  const { store, clock, secrets, rules } = platform;
  const { webApp, guest } = arrival;
  const visitor = await visitorOf(store, webApp, guest);
  try {
    const provenPassphrase = await provePassphrase(platform, origin, arrival);
    const now = clock();
    const decision = decideAccess(
      { ...webApp, needsShareLink: false },
      {
        visitor,
        ip: origin.ip,
        externalConnectionId: rules.externalConnectionId,
        provenPassphrase,
        shareLinkExpiresAt: null,
      },
      now,
    );
    if (decision.kind === 'refused') throw new DomainError(decision.reason, { rule: 'webapp_refused' });
    if (guest.kind === 'nobody' && provenPassphrase === null) return undefined;
    const code = secrets.newToken(APP_TOKEN_BYTES);
    await store.transaction(async (stores) => {
      await stores.appSessions.add({
        tokenHash: secrets.digest(code),
        nonceHash: arrival.nonceHash,
        webAppId: webApp.id,
        consoleSessionId: guest.kind === 'member' ? guest.session.session.id : null,
        externalUserId: guest.kind === 'external' ? guest.userId : null,
        provenPassphrase,
        shareLinkId: null,
        ip: origin.ip,
        createdAt: now,
        expiresAt: addSeconds(now, APP_CODE_TTL_SECONDS),
      });
      await noteEntrance(stores, { at: now, origin, webApp, visitor, way: 'door' });
    });
    return code;
  } catch (error) {
    if (error instanceof DomainError && STEPS.includes(error.code)) throw error;
    const reason = error instanceof DomainError ? error.code : 'internal';
    const details = { webapp: webApp.code, reason };
    return noteRefusal(platform, { origin, ...attemptOf(visitor), details }, error);
  }
}

async function visitorOf(
  { webApps, externalUsers }: Pick<Stores, 'webApps' | 'externalUsers'>,
  { id }: PublishedWebApp,
  guest: Guest,
): Promise<Visitor> {
  switch (guest.kind) {
    case 'nobody':
      return guest;
    case 'member':
      return (await webApps.standing(id, guest.session.account.id))?.visitor ?? { kind: 'nobody' };
    case 'external': {
      const user = await externalUsers.find(guest.userId);
      return user === undefined ? { kind: 'nobody' } : { kind: 'external', user };
    }
  }
}

/** The hash of the passphrase that was typed right. Every try counts before it is compared; a right one is taken back. */
async function provePassphrase(
  platform: Platform,
  origin: Origin,
  { webApp, passphrase }: Arrival,
): Promise<string | null> {
  const hash = webApp.passphraseHash;
  if (hash === null || passphrase === undefined) return null;
  const tries = `${webApp.id} ${networkOf(origin.ip)}`;
  await countAgainstLimit(platform, 'webapp-passphrase', tries);
  if (!(await platform.passwordHasher.verify(passphrase, hash))) {
    throw new DomainError('wrong_passphrase', { rule: 'webapp_refused' });
  }
  await platform.store.limits.refund(limitKey('webapp-passphrase', tries));
  return hash;
}
