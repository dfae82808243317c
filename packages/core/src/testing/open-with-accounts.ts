import type { Store } from '../kernel/store.ts';
import { anAccount } from './an-account.ts';
import { anotherAccount } from './another-account.ts';
import type { OpenTestStore } from './open-test-store.ts';

/** A store that knows Ada and Grace. */
export async function openWithAccounts(open: OpenTestStore): Promise<Store> {
  const store = await open();
  await store.accounts.add(anAccount());
  await store.accounts.add(anotherAccount());
  return store;
}
