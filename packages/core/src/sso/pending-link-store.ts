import type { PendingLink } from './pending-link.ts';

/** Whom a provider vouched for is sealed. */
export interface PendingLinkStore {
  add(link: PendingLink): Promise<void>;
  find(tokenHash: string, now: Date): Promise<PendingLink | undefined>;
  /** Of two concurrent calls exactly one returns true. */
  take(tokenHash: string): Promise<boolean>;
}
