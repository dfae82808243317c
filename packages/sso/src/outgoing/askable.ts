import { SsoRefusal } from '@latchkey/core';

/**
 * An address that a browser or we may be sent to: https, or http where private networks are allowed; never a script, a
 * file, or one with credentials in it.
 *
 * @throws SsoRefusal `address_refused`.
 */
export function askable(url: string, allowPrivateNetworks: boolean): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = address?.protocol === 'https:' || (allowPrivateNetworks && address?.protocol === 'http:');
  if (address === undefined || !isWeb || address.username !== '' || address.password !== '') {
    throw new SsoRefusal('address_refused', `not a usable https address: ${url.slice(0, 200)}`);
  }
  return address;
}
