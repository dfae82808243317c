import type { Platform } from '../kernel/platform.ts';
import type { Visit } from './app-session.ts';
import { type AccessDecision, decideAccess } from './decide-access.ts';

/** Whether an open session still opens its WebApp, from an address. */
export function decideVisit(
  { session, webApp, visitor, shareLinkExpiresAt }: Visit,
  { ip, rules, now }: { readonly ip: string; readonly rules: Platform['rules']; readonly now: Date },
): AccessDecision {
  const { provenPassphrase } = session;
  const { externalConnectionId } = rules;
  return decideAccess(webApp, { visitor, ip, externalConnectionId, provenPassphrase, shareLinkExpiresAt }, now);
}
