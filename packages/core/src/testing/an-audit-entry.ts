import type { AuditEntry } from '../audit/audit-entry.ts';
import { anId } from './an-id.ts';
import { anOrigin } from './an-origin.ts';
import { NOON } from './instant.ts';

/** Ada signed in at noon. */
export function anAuditEntry(differences: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: NOON,
    action: 'console.signed_in',
    actorId: anId(1),
    origin: anOrigin(),
    details: {},
    ...differences,
  };
}
