import { hasWayIn } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Stores } from '../kernel/store.ts';

/**
 * Does what takes ways in away only while somebody still opens the administration afterwards; inside of a transaction,
 * which is undone otherwise. Two such deeds at once wait for each other.
 *
 * @throws DomainError `last_administrator`.
 */
export async function keepingAnAdministrator<T>(
  { administrators }: Pick<Stores, 'administrators'>,
  deed: () => Promise<T>,
): Promise<T> {
  const wasOpen = (await administrators.listForRemoval()).some(hasWayIn);
  const result = await deed();
  if (wasOpen && !(await administrators.list()).some(hasWayIn)) throw new DomainError('last_administrator');
  return result;
}
