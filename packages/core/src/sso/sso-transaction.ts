import type {
  AccountId,
  ConsoleSessionId,
  DeviceGrantId,
  SsoConnectionId,
  SsoTestId,
  SsoUse,
} from '@latchkey/contract/vocabulary';
import type { SsoMemory, SsoRedirect } from './connector.ts';

/** What a round trip to a provider is for. `returnTo` is a path of this server. */
export type SsoPurpose =
  | {
      readonly kind: 'workspace';
      readonly returnTo: string;
      /** The invitation they came by, and whether its link was the one in the letter. */
      readonly invitedEmail: string | null;
    }
  | { readonly kind: 'administration'; readonly returnTo: string }
  | { readonly kind: 'link'; readonly accountId: AccountId; readonly sessionId: ConsoleSessionId }
  | { readonly kind: 'test'; readonly testId: SsoTestId }
  | { readonly kind: 'webapp_members'; readonly returnTo: string }
  | { readonly kind: 'webapp_external'; readonly returnTo: string }
  | { readonly kind: 'device_external'; readonly grantId: DeviceGrantId; readonly userCode: string };

/** A question to a provider that waits for its answer, in one browser. */
export interface SsoTransaction {
  readonly stateHash: string;
  /** Of what the browser's cookie holds. */
  readonly browserHash: string;
  /** Of the ticket with which the browser fetches where it goes; `null` once it has, or needs none. */
  readonly ticketHash: string | null;
  readonly connectionId: SsoConnectionId;
  readonly purpose: SsoPurpose;
  readonly memory: SsoMemory;
  readonly redirect: SsoRedirect;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What a connection has to be for; a test and a link ask for nothing more than what is there. */
export function useOf(purpose: SsoPurpose): SsoUse | undefined {
  switch (purpose.kind) {
    case 'test':
      return undefined;
    case 'link':
      return 'workspace';
    case 'device_external':
      return 'webapp_external';
    default:
      return purpose.kind;
  }
}

export const BROWSER_TOKEN_BYTES = 32;
