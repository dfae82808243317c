/**
 * What an SSO connection may be used for.
 * - `workspace`: members sign in to workspaces
 * - `administration`: system administrators open the administration
 * - `webapp_members`: members sign in for a WebApp
 * - `webapp_external`: people without an account open WebApps and approve terminals
 */
export const SSO_USES = ['workspace', 'administration', 'webapp_members', 'webapp_external'] as const;

export type SsoUse = (typeof SSO_USES)[number];
