import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';

export type SsoOptions = EndpointOutput<Routes['GET /console/api/sso/options']>;

/** A provider to sign in with, as a button. */
export type SsoEntrance = SsoOptions['buttons'][number];

export type Door = 'workspace' | 'administration';

/** The providers of a door. */
export function ssoOptionsQuery(door: Door) {
  return queryOptions({ queryKey: ['sso-options', door], queryFn: () => findSsoOptions(door, '') });
}

/** The same, and the provider that the domain of a mail address leads to. */
export function findSsoOptions(door: Door, email: string): Promise<SsoOptions> {
  return client.call('GET /console/api/sso/options', { query: { for: door, email } });
}
