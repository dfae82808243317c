import type { ShareLinkId, WebAppId } from '@latchkey/contract/vocabulary';

/** A link that fulfils the condition of a WebApp to come by one, until it expires. */
export interface ShareLink {
  readonly id: ShareLinkId;
  readonly webAppId: WebAppId;
  readonly label: string;
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const SHARE_LINK_BYTES = 32;
