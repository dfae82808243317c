import type { SsoProtocol } from '@latchkey/contract/vocabulary';
import type { Addresses } from './addresses.ts';

/** Where a connection will be, before there is one. */
export function plannedAddresses(publicUrl: string, id: string, protocol: SsoProtocol): Addresses {
  const base = `${publicUrl.replace(/\/+$/, '')}/sso/${id}`;
  const isSaml = protocol === 'saml';
  return {
    callback_url: `${base}/${isSaml ? 'acs' : 'callback'}`,
    callback_aliases: [],
    entity_id: isSaml ? `${base}/metadata` : null,
    // Nothing is there yet.
    metadata_url: null,
    login_url: null,
    back_channel_logout_url: protocol === 'oidc' ? `${base}/back-channel-logout` : null,
  };
}
