import { type Send, WireError, type WireRequest, type WireResponse } from '@latchkey/sdk';
import { isSignedOut } from './is-signed-out.ts';

interface Parts {
  /** Carries one request as it is. */
  readonly carry: Send;
  readonly csrfToken: () => string | undefined;
  /** Runs `task` while no other tab of this browser runs one. */
  readonly alone: <T>(task: () => Promise<T>) => Promise<T>;
}

/**
 * Sends with the CSRF token. When the session has run out it is renewed once for all requests under way, in all tabs,
 * and the request is sent once more.
 */
export function createSessionSend({ carry, csrfToken, alone }: Parts): Send {
  let renewing: Promise<WireResponse | undefined> | undefined;

  /** Answers the refusal when there is one. */
  const renew = (staleToken: string | undefined) => {
    renewing ??= alone(async () => {
      const token = csrfToken();
      // Another request or tab has renewed the session in the meantime.
      if (token !== undefined && token !== staleToken) return undefined;
      const answer = await carry({ method: 'POST', url: '/console/api/refresh-token', headers: {} });
      return answer.status === 200 ? undefined : answer;
    }).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return async (request) => {
    const token = csrfToken();
    const answer = await carry(withToken(request, token));
    if (answer.status !== 401 || !isSignedOut(new WireError(request, answer))) return answer;
    const refusal = await renew(token);
    if (refusal === undefined) return carry(withToken(request, csrfToken()));
    // Only a 401 says that the session is over; an outage does not.
    return refusal.status === 401 ? answer : refusal;
  };
}

function withToken(request: WireRequest, token: string | undefined): WireRequest {
  return token === undefined ? request : { ...request, headers: { ...request.headers, 'x-csrf-token': token } };
}
