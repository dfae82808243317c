import type { AuditAction } from '@latchkey/contract/vocabulary';

type Group<Action> = Action extends `${infer Name}.${string}` ? Name : never;

/** How actions begin, to choose many of them at once. */
export const AUDIT_GROUPS = [
  'account',
  'member',
  'access',
  'workspace',
  'policy',
  'sso',
  'identity',
  'settings',
  'administration',
  'administrator',
  'api_key',
  'mail',
  'letter',
  'console',
  'oauth',
  'openapi',
  'webapp',
  'group',
  'external_user',
  'instance',
] as const satisfies readonly Group<AuditAction>[];
