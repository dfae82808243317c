/** What a member may do in a workspace; a workspace has exactly one owner. */
export const ROLES = ['owner', 'admin', 'editor', 'normal', 'dataset_operator'] as const;

export type Role = (typeof ROLES)[number];
