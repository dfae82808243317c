/** What an administrator's API key may do; a signed-in administrator may do all of it. */
export const ADMIN_SCOPES = [
  'overview:read',
  'members:read',
  'members:write',
  'workspaces:read',
  'workspaces:write',
  'policy:read',
  'policy:write',
  'mail:read',
  'mail:write',
  'audit:read',
  'settings:read',
  'settings:write',
] as const;

export type AdminScope = (typeof ADMIN_SCOPES)[number];
