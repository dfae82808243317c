import type { ExternalUserId } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { ExternalUser } from './external-user.ts';

export interface ExternalUserStore {
  /**
   * Notes a visit: adds somebody new under `user.id`, or brings name, address and last visit of who is known up to
   * date. Returns them as they are kept. However many visits of one identity come at once, it is kept once.
   */
  visit(user: Omit<ExternalUser, 'refusedAt'>): Promise<ExternalUser>;
  find(id: ExternalUserId): Promise<ExternalUser | undefined>;
  /** Last visit first; of those whose name, address or subject contains `search`. */
  list(search: string, page: Page): Promise<{ total: number; data: ExternalUser[] }>;
  /** False when there is nobody. */
  setRefused(id: ExternalUserId, at: Date | null): Promise<boolean>;
}
