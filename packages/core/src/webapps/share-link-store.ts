import type { ShareLinkId, WebAppId } from '@latchkey/contract/vocabulary';
import type { ShareLink } from './share-link.ts';

export interface ShareLinkStore {
  add(link: ShareLink): Promise<void>;
  /** One that has not expired. */
  find(webAppId: WebAppId, tokenHash: string, now: Date): Promise<ShareLink | undefined>;
  /** Those that have not expired, newest first. */
  list(webAppId: WebAppId, now: Date): Promise<ShareLink[]>;
  /** Of two concurrent calls exactly one returns true. */
  remove(webAppId: WebAppId, id: ShareLinkId): Promise<boolean>;
}
