import type { Store } from '../kernel/store.ts';
import { aConnection } from './a-connection.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

/** A store that knows Ada, Grace and the directory. */
export async function openWithConnection(open: OpenTestStore): Promise<Store> {
  const store = await openWithAccounts(open);
  await store.ssoConnections.add(aConnection());
  return store;
}
