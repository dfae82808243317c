import type { AccountId } from '@latchkey/contract/vocabulary';
import type { LinkPurpose, OneTimeLink } from './one-time-link.ts';

/** Every lookup names the purpose. */
export interface OneTimeLinkStore {
  add(link: OneTimeLink): Promise<void>;
  find(purpose: LinkPurpose, tokenHash: string, now: Date): Promise<OneTimeLink | undefined>;
  /** Uses a link up. Of two concurrent calls exactly one returns true. */
  take(purpose: LinkPurpose, tokenHash: string): Promise<boolean>;
  takeAll(accountId: AccountId, purpose: LinkPurpose): Promise<void>;
}
