/** Addresses and ranges, one a line or separated by commas. */
export function rangesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

/** The first that is neither an address nor a range (`10.0.0.0/8`, `2001:db8::/32`); the server judges the rest. */
export function firstNonRange(ranges: readonly string[]): string | undefined {
  return ranges.find((range) => !isIpv4Range(range) && !isIpv6Range(range));
}

function isIpv4Range(text: string): boolean {
  const [, address, prefix] = /^(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  if (address === undefined) return false;
  return address.split('.').every((part) => Number(part) <= 255) && Number(prefix ?? 32) <= 32;
}

function isIpv6Range(text: string): boolean {
  const [, address, prefix] = /^([0-9a-f:]+(?:\d{1,3}(?:\.\d{1,3}){3})?)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  if (address === undefined || Number(prefix ?? 128) > 128) return false;
  return address.includes(':') && URL.canParse(`http://[${address}]`);
}
