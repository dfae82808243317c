import { type AdminApi, adminApi, type EndpointInput, type EndpointResult } from '@latchkey/contract';
import { DomainError, type SignInAttempt, type SignInAttemptFilter } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

/** Who tried to get in, and which rule decided. */
export function adminSignInAttemptRoutes(implement: Implement, { platform }: ServerContext): void {
  const { attempts: log } = platform.store;

  implement(adminApi.listSignInAttempts)(async ({ query: { page, limit, ...query } }) => {
    const { total, attempts } = await log.list(filterFrom(query), { offset: (page - 1) * limit, limit: limit + 1 });
    const data = attempts.slice(0, limit).map(wireAttempt);
    return { data, page, limit, total, has_more: attempts.length > limit };
  });

  implement(adminApi.getSignInAttempt)(async ({ params: { reference } }) => {
    const attempt = await log.findByReference(reference);
    if (attempt === undefined) throw new DomainError('attempt_unknown');
    return wireAttempt(attempt);
  });
}

type Query = Omit<EndpointInput<AdminApi['listSignInAttempts']>['query'], 'page' | 'limit'>;

function filterFrom({ reference, email, outcome, method, from, to }: Query): SignInAttemptFilter {
  return {
    ...(reference && { reference }),
    ...(email && { email }),
    ...(outcome !== 'all' && { outcome }),
    ...(method !== undefined && { method }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
  };
}

function wireAttempt(attempt: SignInAttempt): EndpointResult<AdminApi['getSignInAttempt']> {
  const { origin, at, method, email, accountId, refusal, rule, details = {} } = attempt;
  return {
    reference: origin.reference,
    at: at.toISOString(),
    method,
    email,
    account_id: accountId,
    outcome: rule === null ? 'signed_in' : 'refused',
    refusal,
    rule,
    details,
    ip: origin.ip,
    user_agent: origin.userAgent,
  };
}
