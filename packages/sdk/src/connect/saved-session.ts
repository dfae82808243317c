import type { Credentials } from './credentials.ts';

/** What is needed to go on with a session later. It holds secrets: `sealSession` makes it fit for a file. */
export interface SavedSession {
  readonly server: string;
  readonly version: string;
  readonly email: string;
  readonly accountId: string;
  readonly credentials: Credentials;
}

/**
 * One spelling for every address that leads to the same server.
 *
 * @example
 * ```ts
 * console.log(canonicalServer('https://Dify.example.com/')); // https://dify.example.com
 * ```
 */
export function canonicalServer(address: string): string {
  return URL.canParse(address) ? new URL(address).href.replace(/\/+$/, '') : address;
}
