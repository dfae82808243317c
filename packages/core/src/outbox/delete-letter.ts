import type { LetterId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';

/**
 * Takes a letter out of the outbox; one that waits is not sent.
 *
 * @throws DomainError `letter_unknown`.
 */
export async function deleteLetter(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: LetterId,
): Promise<void> {
  await store.transaction(async ({ outbox, audit }) => {
    const letter = await outbox.find(id);
    if (letter === undefined || !(await outbox.delete(id))) throw new DomainError('letter_unknown');
    const details = { letter_id: id, kind: letter.kind, to: letter.to, status: letter.status };
    await audit.append({ at: clock(), action: 'letter.deleted', ...auditedAs(actor), origin, details });
  });
}
