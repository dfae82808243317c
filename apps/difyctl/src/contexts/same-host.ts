/** Whether two ways to write a host mean the same: in any case, with a scheme or not, international or as DNS has it. */
export function sameHost(a: string, b: string): boolean {
  return a === b || normal(a) === normal(b);
}

function normal(host: string): string {
  const address = host.includes('://') ? host : `https://${host}`;
  return URL.canParse(address) ? new URL(address).host : host;
}
