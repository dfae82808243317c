import type { AccountId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Stores } from '../kernel/store.ts';
import { hasWayIn } from './administrator.ts';

/**
 * Lets an account lose its way into the administration only while somebody else has one; inside of the transaction that
 * takes it away.
 *
 * @throws DomainError `last_administrator`.
 */
export async function requireAnotherAdministrator(
  { administrators }: Pick<Stores, 'administrators'>,
  leaving: AccountId,
): Promise<void> {
  const all = await administrators.listForRemoval();
  const concerned = all.some(({ account }) => account.id === leaving);
  if (!concerned) return;
  if (!all.some((other) => other.account.id !== leaving && hasWayIn(other)))
    throw new DomainError('last_administrator');
}
