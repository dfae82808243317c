import type { SessionCookies } from './cookies.ts';

/** What is needed to go on with a session later. It holds secrets: keep it sealed, or in a credential store. */
export interface SavedSession {
  readonly server: string;
  readonly version: string;
  readonly email: string;
  readonly accountId: string;
  readonly credentials:
    | { readonly kind: 'cookies'; readonly cookies: SessionCookies }
    | { readonly kind: 'bearer'; readonly token: string };
}

/** One form for addresses that lead to the same server. */
export function sameServer(one: string, other: string): boolean {
  const form = (address: string) => new URL(address).href.replace(/\/+$/, '');
  return form(one) === form(other);
}
