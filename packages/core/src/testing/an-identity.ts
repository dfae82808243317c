import type { Identity } from '../sso/identity.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

/** Ada's, at the directory. */
export function anIdentity(differences: Partial<Identity> = {}): Identity {
  return {
    id: anId(1),
    connectionId: anId(1),
    subject: 'ada',
    accountId: anId(1),
    email: 'ada@example.com',
    name: 'Ada',
    rule: 'created',
    createdAt: NOON,
    lastUsedAt: null,
    ...differences,
  };
}
