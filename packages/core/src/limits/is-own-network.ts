import type { AccountId } from '@latchkey/contract/vocabulary';
import { networkOf } from '../kernel/network.ts';
import type { Platform } from '../kernel/platform.ts';

/** Whether an account was signed in lately from a network: whoever comes from there is no stranger to it. */
export async function isOwnNetwork(
  { store }: Pick<Platform, 'store'>,
  accountId: AccountId | null | undefined,
  network: string,
): Promise<boolean> {
  if (accountId === null || accountId === undefined) return false;
  const ips = await store.consoleSessions.recentIps(accountId);
  return ips.some((ip) => networkOf(ip) === network);
}
