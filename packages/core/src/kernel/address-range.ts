import { ipv6Groups } from './network.ts';

/** Whether an IP address lies in a CIDR range, or is the address itself. An IPv4 address mapped into IPv6 counts as IPv4. */
export function isInRange(address: string, range: string): boolean {
  const [base = '', bits] = range.split('/');
  const [one, other] = [numberOf(address), numberOf(base)];
  if (one === undefined || other === undefined || one.width !== other.width) return false;
  const prefix = bits === undefined ? one.width : Number(bits);
  if (!(prefix >= 0 && prefix <= one.width)) return false;
  const rest = BigInt(one.width - prefix);
  return one.value >> rest === other.value >> rest;
}

const IPV4_MAPPED = 0xffffn;

function numberOf(address: string): { readonly value: bigint; readonly width: 32 | 128 } | undefined {
  const groups = ipv6Groups(address);
  if (groups !== undefined) {
    const value = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
    if (value >> 32n === IPV4_MAPPED) return { value: value & 0xffff_ffffn, width: 32 };
    return { value, width: 128 };
  }
  const parts = /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? address.split('.').map(Number) : [];
  if (parts.length !== 4 || parts.some((part) => part > 255)) return undefined;
  return { value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n), width: 32 };
}
