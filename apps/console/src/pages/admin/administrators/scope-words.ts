import type { AdminScope } from '@latchkey/contract/vocabulary';

/** Where the words of a scope are; a colon would name another book of words. */
export const SCOPE_WORDS = {
  'overview:read': 'overview_read',
  'members:read': 'members_read',
  'members:write': 'members_write',
  'workspaces:read': 'workspaces_read',
  'workspaces:write': 'workspaces_write',
  'policy:read': 'policy_read',
  'policy:write': 'policy_write',
  'mail:read': 'mail_read',
  'mail:write': 'mail_write',
  'audit:read': 'audit_read',
  'settings:read': 'settings_read',
  'settings:write': 'settings_write',
} as const satisfies Record<AdminScope, string>;
