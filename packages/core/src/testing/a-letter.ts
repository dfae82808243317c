import type { Letter, Told } from '../outbox/letter.ts';
import { anId } from './an-id.ts';
import { afterNoon, NOON } from './instant.ts';

/** To Ada, with a code that works for five minutes. */
export function aLetter(
  differences: Partial<Omit<Letter, keyof Told>> = {},
  told: Told = { kind: 'sign_in_code', facts: { code: '314159' } },
): Letter {
  return {
    accountId: anId(1),
    to: 'ada@example.com',
    language: 'en-US',
    createdAt: NOON,
    expiresAt: afterNoon(300),
    ...differences,
    ...told,
  };
}

/** To Ada, about her new password; nothing in it stops working. */
export function aNotice(differences: Partial<Omit<Letter, keyof Told>> = {}): Letter {
  return aLetter({ expiresAt: null, ...differences }, { kind: 'password_changed', facts: { ip: '192.0.2.1' } });
}
