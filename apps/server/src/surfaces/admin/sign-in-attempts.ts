import { type AdminApi, adminApi, type EndpointInput, type EndpointResult } from '@latchkey/contract';
import { DomainError, type SignInAttempt, type SignInAttemptFilter } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { pageAnswer, pageFrom } from './page-answer.ts';

/** Who tried to get in, and which rule decided. */
export function adminSignInAttemptRoutes(implement: Implement, { platform }: ServerContext): void {
  const { attempts: log } = platform.store;

  implement(adminApi.listSignInAttempts)(async ({ query }) => {
    const { total, attempts } = await log.list(filterFrom(query), pageFrom(query));
    return pageAnswer(query, total, attempts.map(wireAttempt));
  });

  implement(adminApi.getSignInAttempt)(async ({ params: { reference } }) => {
    const attempt = await log.findByReference(reference);
    if (attempt === undefined) throw new DomainError('attempt_unknown');
    return wireAttempt(attempt);
  });
}

type Query = EndpointInput<AdminApi['listSignInAttempts']>['query'];

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
    outcome: refusal === null ? 'signed_in' : 'refused',
    refusal,
    rule,
    details,
    ip: origin.ip,
    user_agent: origin.userAgent,
  };
}
