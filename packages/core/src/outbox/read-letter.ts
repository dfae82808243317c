import type { LetterId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { LetterRecord } from './letter.ts';
import type { WrittenLetter } from './mail.ts';
import { type LetterSecret, secretIn } from './secret-in-letter.ts';
import { hasExpired } from './status-at.ts';

export interface ReadLetter {
  readonly letter: LetterRecord;
  /** `null` once the letter was sent or has expired. */
  readonly content: (WrittenLetter & { readonly secret: LetterSecret | null }) | null;
}

/**
 * Opens a letter for an administrator who hands it over by themselves. Noted in the audit log, because with what it
 * tells one can sign in as somebody else.
 *
 * @throws DomainError `letter_unknown`.
 */
export async function readLetter(
  { store, clock, mail, rules }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: LetterId,
): Promise<ReadLetter> {
  const letter = await store.outbox.find(id);
  if (letter === undefined) throw new DomainError('letter_unknown');
  const at = clock();
  if (letter.facts === null || hasExpired(letter, at)) return { letter, content: null };
  const details = { letter_id: id, kind: letter.kind, to: letter.to };
  await store.audit.append({ at, action: 'letter.read', ...auditedAs(actor), origin, details });
  return { letter, content: { ...mail.write(letter, rules), secret: secretIn(letter) } };
}
