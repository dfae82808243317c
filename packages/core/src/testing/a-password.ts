import type { StoredPassword } from '../credentials/password-store.ts';

/** One that its owner chose. */
export function aPassword(hash: string, differences: Partial<StoredPassword> = {}): StoredPassword {
  return { hash, isOneTime: false, ...differences };
}
