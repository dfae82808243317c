/**
 * The part of an IP address that one party controls: an IPv4 address, or the /64 of an IPv6 address. Spellings of one
 * address give one result, and an IPv4 address mapped into IPv6 counts as IPv4.
 */
export function networkOf(ip: string): string {
  const groups = ipv6Groups(ip);
  if (groups === undefined) return ip;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address in any of its spellings; `undefined` for anything else. */
export function ipv6Groups(ip: string): number[] | undefined {
  const address = ip.split('%')[0] ?? '';
  if (!address.includes(':')) return undefined;
  const [head = '', tail] = address.split('::');
  const left = parseGroups(head);
  const right = parseGroups(tail ?? '');
  const missing = 8 - left.length - right.length;
  const groups =
    tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...right];
  return groups.length === 8 && groups.every((group) => group >= 0 && group <= 0xffff) ? groups : undefined;
}

function parseGroups(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [/^[\da-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : -1];
    const [a = -1, b = -1, c = -1, d = -1] = group.split('.').map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}
