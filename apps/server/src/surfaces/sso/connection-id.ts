import { ssoRedirects } from '@latchkey/contract';
import type { SsoConnectionId } from '@latchkey/contract/vocabulary';
import { DomainError } from '@latchkey/core';

/** A boundary: a UUID from outside becomes an id. @throws DomainError `sso_connection_not_found`. */
export function connectionIdFrom(text: unknown): SsoConnectionId {
  const parsed = ssoRedirects.params.safeParse({ connection_id: text });
  if (!parsed.success) throw new DomainError('sso_connection_not_found');
  return parsed.data.connection_id as SsoConnectionId;
}
