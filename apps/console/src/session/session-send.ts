import { type Send, WireError, type WireRequest } from '@latchkey/sdk';

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
  let renewing: Promise<boolean> | undefined;

  const renew = (staleToken: string | undefined) => {
    renewing ??= alone(async () => {
      const token = csrfToken();
      // Another request or tab has renewed the session in the meantime.
      if (token !== undefined && token !== staleToken) return true;
      const answer = await carry({ method: 'POST', url: '/console/api/refresh-token', headers: {} });
      return answer.status === 200;
    }).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return async (request) => {
    const token = csrfToken();
    const answer = await carry(withToken(request, token));
    if (answer.status !== 401 || !isSignedOut(new WireError(request, answer))) return answer;
    return (await renew(token)) ? carry(withToken(request, csrfToken())) : answer;
  };
}

const SIGNED_OUT: readonly (string | undefined)[] = ['unauthorized', 'unauthorized_and_force_logout', 'no_session'];

/** Whether a refusal says that nobody is signed in, rather than that a password or a set-up is wrong. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof WireError && error.status === 401 && SIGNED_OUT.includes(error.code);
}

function withToken(request: WireRequest, token: string | undefined): WireRequest {
  return token === undefined ? request : { ...request, headers: { ...request.headers, 'x-csrf-token': token } };
}
