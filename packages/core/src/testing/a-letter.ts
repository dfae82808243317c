import type { Letter } from '../outbox/letter.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

/** To Ada. */
export function aLetter(differences: Partial<Letter> = {}): Letter {
  return {
    kind: 'password_changed',
    accountId: anId(1),
    to: 'ada@example.com',
    language: 'en-US',
    createdAt: NOON,
    facts: {},
    ...differences,
  };
}
