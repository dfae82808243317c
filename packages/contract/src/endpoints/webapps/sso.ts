import { z } from 'zod';
import { SSO_PROTOCOLS } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';

const anyone = { caller: 'anyone', envelope: 'console', method: 'GET' } as const;
const protocol = z.object({ protocol: z.enum(SSO_PROTOCOLS) });
const query = z.object({ app_code: z.string().max(64), redirect_url: z.string().max(4096).default('/') });
const output = z.object({ url: z.string(), state: z.string().optional() });
const errors = [
  'no_sso_connection',
  'webapp_not_found',
  'forbidden',
  'sso_failed',
  'too_many_requests',
  'not_setup',
  'invalid_param',
] as const;

export const startExternalSso = defineEndpoint({
  ...anyone,
  path: '/api/enterprise/sso/{protocol}/login',
  summary: 'Where an external user signs in for a WebApp',
  params: protocol,
  query,
  output,
  errors,
});

export const startWebAppMemberSso = defineEndpoint({
  ...anyone,
  path: '/api/enterprise/sso/members/{protocol}/login',
  summary: 'Where a member signs in for a WebApp through single sign-on',
  params: protocol,
  query,
  output,
  errors,
});
