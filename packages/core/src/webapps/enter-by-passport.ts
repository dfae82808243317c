import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { type AccessDecision, decideAccess, type Visitor } from './decide-access.ts';
import { attemptOf, noteEntrance } from './note-entrance.ts';
import type { PublishedWebApp } from './webapp.ts';

interface Arrival {
  readonly webApp: PublishedWebApp;
  readonly visitor: Visitor;
}

/** What somebody who has not signed in is told to do is no refusal. */
const STEPS: readonly string[] = ['sign_in_needed', 'external_sign_in_needed'];

/**
 * Decides about a visitor on Dify's wire, on which neither a passphrase nor a link can be shown, and writes the decision
 * down. A stranger whom an app lets in as they are is nobody to write down.
 *
 * @throws DomainError a `WebAppRefusal`.
 */
export async function enterByPassport(platform: Platform, origin: Origin, { webApp, visitor }: Arrival): Promise<void> {
  const { store, clock } = platform;
  const decision = decideByPassport(platform, origin, { webApp, visitor });
  if (decision.kind === 'refused') {
    const { reason } = decision;
    const refusal = new DomainError(reason, { rule: 'webapp_refused' });
    if (STEPS.includes(reason)) throw refusal;
    const details = { webapp: webApp.code, reason };
    return noteRefusal(platform, { origin, ...attemptOf(visitor), details }, refusal);
  }
  if (visitor.kind === 'nobody') return;
  await store.transaction((stores) => noteEntrance(stores, { at: clock(), origin, webApp, visitor, way: 'passport' }));
}

/** The decision alone, as things are now. */
export function decideByPassport(
  { clock, rules }: Pick<Platform, 'clock' | 'rules'>,
  { ip }: Pick<Origin, 'ip'>,
  { webApp, visitor }: Arrival,
): AccessDecision {
  const { externalConnectionId } = rules;
  const situation = { visitor, ip, externalConnectionId, provenPassphrase: null, shareLinkExpiresAt: null };
  return decideAccess(webApp, situation, clock());
}
