import { findReverseProxy } from './reverse-proxies.ts';

/** vitest's global set-up for tests behind other proxies: here, because installing one takes longer than a test may. */
export function setup(): void {
  findReverseProxy('nginx');
  findReverseProxy('caddy');
}
