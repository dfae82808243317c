import type { Clock, SsoReplayGuard } from '@latchkey/core';
import type { SafeFetch } from './outgoing/safe-fetch.ts';
import type { ServiceProviderKey } from './sso-connector-options.ts';

/** What every protocol is handed. */
export interface Asking {
  readonly clock: Clock;
  readonly fetch: SafeFetch;
  readonly replayGuard: SsoReplayGuard;
  readonly serviceProviderKeys: readonly [ServiceProviderKey, ...ServiceProviderKey[]];
  readonly allowPrivateNetworks: boolean;
  readonly allowSha1: boolean;
  readonly keyCooldownMs: number;
}
