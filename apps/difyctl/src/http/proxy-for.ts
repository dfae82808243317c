type Environment = (name: string) => string | undefined;

/** The proxy through which a URL is reached, by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` in either case. */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const either = (name: string) => env(name.toLowerCase()) ?? env(name);
  const proxy = either(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  if (proxy === undefined || isExempt(url, either('NO_PROXY') ?? '')) return undefined;
  return new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
}

/** `NO_PROXY` lists hosts, with their subdomains, each maybe with a port; `*` is every host. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const effectivePort = port || (protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((item) => {
    if (item === '*') return true;
    const { name, port: itemPort } = readItem(item.toLowerCase());
    if (name === '' || (itemPort !== undefined && itemPort !== effectivePort)) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}

/** An IPv6 address has colons of its own: `::1`, or `[::1]:443`, which a URL writes in brackets. */
function readItem(item: string): { readonly name: string; readonly port: string | undefined } {
  if (/^[\da-f]*:[\da-f:.]*:[\da-f.]*$/.test(item)) return { name: `[${item}]`, port: undefined };
  const [, name = '', port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(item) ?? [];
  return { name, port };
}
