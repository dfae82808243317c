import { type SsoConnection, type SsoConnector, type SsoProvider, SsoRefusal } from '@latchkey/core';
import type { Asking } from './asking.ts';
import { beginOAuth2 } from './oauth2/begin-oauth2.ts';
import { finishOAuth2 } from './oauth2/finish-oauth2.ts';
import { beginOidc } from './oidc/begin-oidc.ts';
import { describeIssuer } from './oidc/describe-issuer.ts';
import { finishOidc } from './oidc/finish-oidc.ts';
import { createOidcDirectory } from './oidc/oidc-directory.ts';
import { signOutAddress } from './oidc/sign-out-address.ts';
import { verifyLogoutToken } from './oidc/verify-logout-token.ts';
import { createSafeFetch } from './outgoing/safe-fetch.ts';
import { beginSaml } from './saml/begin-saml.ts';
import { describeServiceProvider } from './saml/describe-service-provider.ts';
import { acceptUnsolicitedSaml, finishSaml } from './saml/finish-saml.ts';
import { inspectMetadata } from './saml/inspect-metadata.ts';
import type { SsoConnectorOptions } from './sso-connector-options.ts';

/** Core's connector for SAML 2.0, OpenID Connect and OAuth 2.0. */
export function createSsoConnector(options: SsoConnectorOptions): SsoConnector {
  const asking = toAsking(options);
  const directory = createOidcDirectory(asking);
  return {
    async begin(connection, request) {
      const { provider } = connection;
      if (provider.protocol === 'saml') return beginSaml(asking, connection, provider, request);
      if (provider.protocol === 'oidc') return await beginOidc(asking, directory, connection, provider, request);
      return await beginOAuth2(asking, connection, provider, request);
    },
    async finish(connection, memory, answer) {
      const { provider } = connection;
      if (provider.protocol === 'saml' && memory.protocol === 'saml') {
        return await finishSaml(asking, connection, provider, memory, answer);
      }
      if (provider.protocol === 'oidc' && memory.protocol === 'oidc') {
        return await finishOidc(asking, directory, connection, provider, memory, answer);
      }
      if (provider.protocol === 'oauth2' && memory.protocol === 'oauth2') {
        return await finishOAuth2(asking, connection, provider, memory, answer);
      }
      throw new SsoRefusal('state_mismatch', `the sign-in was started by ${memory.protocol}, not ${provider.protocol}`);
    },
    acceptUnsolicited: async (connection, at, answer) =>
      await acceptUnsolicitedSaml(asking, connection, ofProtocol(connection, 'saml'), at, answer),
    describe: (connection, at) =>
      describeServiceProvider(asking.serviceProviderKeys, ofProtocol(connection, 'saml'), at),
    async inspectMetadata(source) {
      if (source.kind === 'xml') return inspectMetadata(source.xml, asking.clock());
      const response = await asking.fetch(source.url);
      if (!response.ok)
        throw new SsoRefusal('provider_answer_refused', `the metadata address answered ${response.status}`);
      return inspectMetadata(await response.text(), asking.clock());
    },
    discover: async (issuer) => describeIssuer(await directory.ask(issuer)),
    verifyBackChannelLogout: async (connection, logoutToken) =>
      await verifyLogoutToken(asking, directory, connection, ofProtocol(connection, 'oidc'), logoutToken),
    async signOutAddress(connection, returnUrl) {
      const { provider } = connection;
      return provider.protocol === 'oidc' ? await signOutAddress(asking, directory, provider, returnUrl) : null;
    },
  };
}

function toAsking(options: SsoConnectorOptions): Asking {
  const { allowPrivateNetworks = false, allowSha1 = false, timeoutMs = 10_000, maxBytes = 1_048_576 } = options;
  return {
    clock: options.clock,
    replayGuard: options.replayGuard,
    serviceProviderKeys: options.serviceProviderKeys,
    fetch: createSafeFetch({ allowPrivateNetworks, timeoutMs, maxBytes }),
    allowPrivateNetworks,
    allowSha1,
    keyCooldownMs: options.keyCooldownMs ?? 10_000,
  };
}

function ofProtocol<Protocol extends SsoProvider['protocol']>(
  { name, provider }: SsoConnection,
  protocol: Protocol,
): Extract<SsoProvider, { protocol: Protocol }> {
  if (isOf(provider, protocol)) return provider;
  throw new SsoRefusal('connection_incomplete', `${name} is not a connection of ${protocol}`);
}

function isOf<Protocol extends SsoProvider['protocol']>(
  provider: SsoProvider,
  protocol: Protocol,
): provider is Extract<SsoProvider, { protocol: Protocol }> {
  return provider.protocol === protocol;
}
