export const WORKSPACE_STATUSES = ['normal', 'archive'] as const;

export type WorkspaceStatus = (typeof WORKSPACE_STATUSES)[number];
