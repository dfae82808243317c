import { isInRange } from './address-range.ts';
import { ipv6Groups } from './network.ts';

/**
 * `public`: anybody's. `private`: of the operator's own networks, where an identity provider or an application may well
 * stand. `forbidden`: where none stands, but instance metadata, multicast or nothing does.
 */
export type AddressKind = 'public' | 'private' | 'forbidden';

/** What kind of place an IP address is (IANA special-purpose registries); forms that embed IPv4 count as that. */
export function addressKind(address: string): AddressKind {
  const isIn = (ranges: readonly string[]) => ranges.some((range) => isInRange(plain, range));
  const plain = withoutNat64(address);
  if (isIn(FORBIDDEN)) return 'forbidden';
  if (isIn(PRIVATE)) return 'private';
  return isIn(REACHABLE) ? 'public' : 'forbidden';
}

/** A NAT64 address (RFC 6052) reaches the IPv4 address in its last 32 bits. */
function withoutNat64(address: string): string {
  if (!isInRange(address, '64:ff9b::/96')) return address;
  const [high = 0, low = 0] = ipv6Groups(address)?.slice(-2) ?? [];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

const PRIVATE = ['10.0.0.0/8', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7'];

const FORBIDDEN = [
  '0.0.0.0/8',
  '100.64.0.0/10', // shared by carriers; Alibaba's metadata at 100.100.100.200
  '168.63.129.16/32', // Azure's wire server
  '169.254.0.0/16', // link-local; metadata of AWS, Azure, Google and others at 169.254.169.254
  '192.0.0.0/24', // Oracle's metadata at 192.0.0.192
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3', // multicast, reserved, broadcast
  'fd00:ec2::254/128', // AWS metadata
  'fd20:ce::254/128', // Google's metadata
  '2001::/23', // Teredo and others that reach elsewhere
  '2001:db8::/32',
  '2002::/16', // 6to4
  '3fff::/20',
];

/** All of IPv4, and what of IPv6 is given to somebody. */
const REACHABLE = ['0.0.0.0/0', '2000::/3'];
