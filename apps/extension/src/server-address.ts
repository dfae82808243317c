/** A Dify console: its origin, and the path it is served under, without a slash at the end. */
export type ServerAddress = string;

export const CLOUD: ServerAddress = 'https://cloud.dify.ai';

/** Pages that a console has; what stands before one of them in an address is the console's own path. */
const PAGES =
  /\/(?:apps?|datasets|tools|explore|plugins|account|signin|signup|device|members|workspaces|admin)(?:\/|$)/;

/**
 * The address of a console as somebody wrote or pasted it, an address of one of its pages included; `undefined` for
 * anything that is not http or https.
 */
export function readServerAddress(written: string): ServerAddress | undefined {
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, hostname } = new URL(text);
  if (!/^https?:$/.test(protocol) || hostname === '') return undefined;
  const page = PAGES.exec(pathname);
  const path = page === null ? pathname : pathname.slice(0, page.index);
  return origin + path.replace(/\/+$/, '');
}

/** Which of these servers a page belongs to: the one whose address covers most of it. */
export function serverOf(pageUrl: string, servers: readonly ServerAddress[]): ServerAddress | undefined {
  const covering = servers.filter((server) => pageUrl === server || pageUrl.startsWith(`${server}/`));
  return covering.sort((one, other) => other.length - one.length)[0];
}

/** For the browser: permission to a server's origin, and the pages that its menu is for. */
export function permissionFor(server: ServerAddress): string {
  return `${new URL(server).origin}/*`;
}

export function pagesOf(server: ServerAddress): string {
  // Patterns know no ports: the path is what can be told apart.
  const { protocol, hostname, pathname } = new URL(server);
  return `${protocol}//${hostname}${pathname.replace(/\/+$/, '')}/*`;
}
