import type { SamlProvider } from '@latchkey/core';

/** What an answer is held against. */
export interface SamlExpectations {
  readonly provider: SamlProvider;
  readonly callbackUrl: string;
  readonly entityId: string;
  /** `null`: nobody asked, so the answer must name no request. */
  readonly requestId: string | null;
  readonly now: Date;
}
