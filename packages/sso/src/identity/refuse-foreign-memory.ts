import { timingSafeEqual } from 'node:crypto';
import {
  type Clock,
  SSO_TRANSACTION_TTL_SECONDS,
  type SsoConnection,
  type SsoMemory,
  SsoRefusal,
} from '@latchkey/core';

/**
 * Refuses an answer that does not belong to the question, and a question that was asked of another connection, of the
 * same connection when it was set up for another provider, or too long ago.
 */
export function refuseForeignMemory(
  connection: SsoConnection,
  issuer: string,
  memory: SsoMemory,
  state: string | null,
  clock: Clock,
): void {
  if (memory.connectionId !== connection.id) {
    throw new SsoRefusal('state_mismatch', 'the sign-in was started at another connection');
  }
  if (memory.issuer !== issuer) {
    throw new SsoRefusal(
      'state_mismatch',
      `the sign-in was started at ${memory.issuer}, the connection is of ${issuer}`,
    );
  }
  if (state === null) throw new SsoRefusal('state_mismatch', 'the answer carries no state');
  if (!isSame(state, memory.state)) throw new SsoRefusal('state_mismatch', 'the answer carries another state');
  const ageSeconds = (clock().getTime() - Date.parse(memory.startedAt)) / 1000;
  if (!(ageSeconds < SSO_TRANSACTION_TTL_SECONDS)) {
    throw new SsoRefusal('transaction_expired', `the sign-in was started ${Math.floor(ageSeconds)} seconds ago`);
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
