import type { SsoConnectionId } from '@latchkey/contract/vocabulary';

/** A fixed id of a connection. */
export function connectionId(number: number): SsoConnectionId {
  return `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}` as SsoConnectionId;
}
