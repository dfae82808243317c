import type { AccountId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';

export interface StoredPassword {
  readonly hash: string;
  /** Made by an administrator for one sign-in: must be replaced by one of the owner's own. */
  readonly isOneTime: boolean;
}

/** A password as the store has it. */
export interface KeptPassword extends StoredPassword {
  readonly setAt: Date;
}

/** Long enough to be handed over, and no longer. */
const ONE_TIME_PASSWORD_TTL_SECONDS = 72 * 3600;

/** Whether a password that an administrator made has not been replaced in time, and lets nobody in any more. */
export function hasRunOut({ isOneTime, setAt }: Pick<KeptPassword, 'isOneTime' | 'setAt'>, now: Date): boolean {
  return isOneTime && addSeconds(setAt, ONE_TIME_PASSWORD_TTL_SECONDS) <= now;
}

export interface PasswordStore {
  find(accountId: AccountId): Promise<KeptPassword | undefined>;
  set(accountId: AccountId, password: StoredPassword, at: Date): Promise<void>;
  /** Replaces a hash by one of the same password; false when the password was changed in the meantime. */
  replace(accountId: AccountId, from: string, to: string): Promise<boolean>;
}
