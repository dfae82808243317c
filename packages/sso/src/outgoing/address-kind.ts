import { BlockList, isIP } from 'node:net';

/**
 * `public`: anybody's. `private`: of the operator's own networks, where an identity provider may well stand.
 * `forbidden`: where none stands, but instance metadata, multicast or nothing does.
 */
export type AddressKind = 'public' | 'private' | 'forbidden';

/** What kind of place an IP address is (IANA special-purpose registries); forms that embed IPv4 count as that. */
export function addressKind(address: string): AddressKind {
  const family = isIP(address);
  if (family === 4) return kindOf(address, 'ipv4');
  if (family !== 6) return 'forbidden';
  const embedded = embeddedIpv4(address);
  if (embedded !== undefined) return kindOf(embedded, 'ipv4');
  const kind = kindOf(address, 'ipv6');
  return kind === 'public' && !GLOBAL_UNICAST.check(address, 'ipv6') ? 'forbidden' : kind;
}

function kindOf(address: string, family: 'ipv4' | 'ipv6'): AddressKind {
  if (FORBIDDEN.check(address, family)) return 'forbidden';
  return PRIVATE.check(address, family) ? 'private' : 'public';
}

/** IPv4-mapped (RFC 4291 §2.5.5.2) and NAT64 (RFC 6052) addresses reach the IPv4 address in their last 32 bits. */
function embeddedIpv4(address: string): string | undefined {
  if (!EMBEDS_IPV4.check(address, 'ipv6')) return undefined;
  // The URL parser writes every form of an address in one way, the last 32 bits as two groups of hex digits.
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const PRIVATE = blockList(['10.0.0.0/8', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7']);

const FORBIDDEN = blockList([
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
]);

const GLOBAL_UNICAST = blockList(['2000::/3']);
const EMBEDS_IPV4 = blockList(['::ffff:0:0/96', '64:ff9b::/96']);
