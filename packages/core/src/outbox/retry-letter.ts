import type { LetterId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';

/**
 * Has a letter that failed or waits tried at once.
 *
 * @throws DomainError `letter_unknown`; `letter_not_open` when it was sent or has expired.
 */
export async function retryLetter(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: LetterId,
): Promise<void> {
  const at = clock();
  await store.transaction(async ({ outbox, audit }) => {
    const letter = await outbox.find(id);
    if (letter === undefined) throw new DomainError('letter_unknown');
    if (!(await outbox.retry(id, at))) throw new DomainError('letter_not_open');
    const details = { letter_id: id, kind: letter.kind, to: letter.to };
    await audit.append({ at, action: 'letter.retried', ...auditedAs(actor), origin, details });
  });
}
