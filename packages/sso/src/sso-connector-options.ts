import type { Clock, SsoReplayGuard } from '@latchkey/core';

/** Our key as a SAML service provider, both halves in PEM. */
export interface ServiceProviderKey {
  /** PKCS #8, RSA. */
  readonly privateKey: string;
  /** Self-signed X.509: providers take the public key from it and nothing else. */
  readonly certificate: string;
}

export interface SsoConnectorOptions {
  readonly clock: Clock;
  readonly replayGuard: SsoReplayGuard;
  /** The first signs and is published; assertions encrypted for any of them are opened, so that it can be rolled over. */
  readonly serviceProviderKeys: readonly [ServiceProviderKey, ...ServiceProviderKey[]];
  /** The operator says that identity providers stand in private networks. Default false. */
  readonly allowPrivateNetworks?: boolean;
  /** The operator has a SAML provider that can sign with nothing better than SHA-1. Default false. */
  readonly allowSha1?: boolean;
  /** For one answer of a provider. Default 10 seconds. */
  readonly timeoutMs?: number;
  /** Of one answer of a provider. Default 1 MiB. */
  readonly maxBytes?: number;
  /** How soon an unknown key may make us ask for a provider's keys again. Default 10 seconds. */
  readonly keyCooldownMs?: number;
}
