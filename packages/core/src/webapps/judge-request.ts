import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { type AccessDecision, decideAccess, type Visitor } from './decide-access.ts';
import { decideVisit } from './decide-visit.ts';
import { attemptOf } from './note-entrance.ts';
import type { PublishedWebApp } from './webapp.ts';

/** By which name the request reaches a WebApp. */
export type WebAppName = { readonly code: string } | { readonly host: string };

export interface Judgement {
  readonly webApp: PublishedWebApp;
  readonly visitor: Visitor;
  readonly decision: AccessDecision;
  /** Digest of the session's token; `undefined` for somebody without one. */
  readonly tokenHash: string | undefined;
}

/**
 * Judges one request to a WebApp by the session tokens it bears, with everything as it is now: one read for somebody
 * with a session. A session of another WebApp is none here. `undefined` when there is no such WebApp.
 */
export async function judgeRequest(
  { store, clock, secrets, rules }: Platform,
  name: WebAppName,
  { tokens, ip }: { readonly tokens: readonly string[]; readonly ip: string },
): Promise<Judgement | undefined> {
  const now = clock();
  for (const token of tokens) {
    const tokenHash = secrets.digest(token);
    const visit = await store.appSessions.findVisit(tokenHash, now);
    if (visit === undefined || !isNamed(visit.webApp, name)) continue;
    const { webApp, visitor } = visit;
    return { webApp, visitor, tokenHash, decision: decideVisit(visit, { ip, rules, now }) };
  }
  const webApp = await ('code' in name ? store.webApps.findByCode(name.code) : store.webApps.findByHost(name.host));
  if (webApp === undefined) return undefined;
  const situation = {
    visitor: NOBODY,
    ip,
    externalConnectionId: rules.externalConnectionId,
    provenPassphrase: null,
    shareLinkExpiresAt: null,
  };
  return { webApp, visitor: NOBODY, tokenHash: undefined, decision: decideAccess(webApp, situation, now) };
}

/** Keeps a refusal that the visitor is shown a page about. */
export async function noteGateRefusal(
  platform: Platform,
  origin: Origin,
  { webApp, visitor, decision }: Judgement,
): Promise<void> {
  if (decision.kind === 'allowed') return;
  const details = { webapp: webApp.code, reason: decision.reason };
  const refusal = new DomainError(decision.reason, { rule: 'webapp_refused' });
  await noteRefusal(platform, { origin, ...attemptOf(visitor), details }, refusal).catch((error: unknown) => {
    if (error !== refusal) throw error;
  });
}

export const NOBODY: Visitor = { kind: 'nobody' };

export function isNamed(webApp: PublishedWebApp, name: WebAppName): boolean {
  return 'code' in name ? webApp.code === name.code : webApp.host === name.host;
}
