import type { Platform } from '../kernel/platform.ts';
import type { ConfiguredConnection } from './configured-connection.ts';
import type { SsoAddresses } from './connector.ts';

/** Where a provider sends people back to, and how a SAML provider names us. Made of the public address, never of a request. */
export function addressesOf(
  { publicUrl }: Pick<Platform['rules'], 'publicUrl'>,
  { id, provider }: Pick<ConfiguredConnection, 'id' | 'provider'>,
): SsoAddresses {
  const base = `${publicUrl}/sso/${id}`;
  return provider.protocol === 'saml'
    ? { callbackUrl: `${base}/acs`, entityId: `${base}/metadata` }
    : { callbackUrl: `${base}/callback` };
}
