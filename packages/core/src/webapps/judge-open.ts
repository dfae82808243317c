import type { Platform } from '../kernel/platform.ts';
import { type AccessDecision, decideAccess } from './decide-access.ts';
import { decideVisit } from './decide-visit.ts';
import { isNamed, NOBODY, type WebAppName } from './judge-request.ts';

/** A request that was let in and is still being answered. */
export interface OpenRequest {
  readonly name: WebAppName;
  /** Digest of the token of its session; `undefined` for a stranger's. */
  readonly tokenHash: string | undefined;
  readonly ip: string;
}

/**
 * Whether each may stay open, by the decision that let it in, with everything as it is now. However many there are, it
 * takes a read for five hundred sessions and one for each WebApp that strangers have open.
 */
export async function judgeOpen(
  { store, clock, rules }: Platform,
  open: readonly OpenRequest[],
): Promise<readonly boolean[]> {
  const now = clock();
  const hashes = new Set(open.flatMap(({ tokenHash }) => tokenHash ?? []));
  const found = await store.appSessions.findVisits([...hashes], now);
  const visits = new Map(found.map((visit) => [visit.session.tokenHash, visit]));
  const named = new Map<string, ReturnType<typeof findNamed>>();
  return Promise.all(open.map(async (request) => (await judge(request)) === 'allowed'));

  async function judge({ name, tokenHash, ip }: OpenRequest): Promise<AccessDecision['kind']> {
    const visit = tokenHash === undefined ? undefined : visits.get(tokenHash);
    if (visit !== undefined && isNamed(visit.webApp, name)) return decideVisit(visit, { ip, rules, now }).kind;
    const key = JSON.stringify(name);
    const finding = named.get(key) ?? findNamed(name);
    named.set(key, finding);
    const webApp = await finding;
    if (webApp === undefined) return 'refused';
    const { externalConnectionId } = rules;
    const stranger = { visitor: NOBODY, ip, externalConnectionId, provenPassphrase: null, shareLinkExpiresAt: null };
    return decideAccess(webApp, stranger, now).kind;
  }

  function findNamed(name: WebAppName) {
    return 'code' in name ? store.webApps.findByCode(name.code) : store.webApps.findByHost(name.host);
  }
}
