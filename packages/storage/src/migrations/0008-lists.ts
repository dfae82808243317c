import type { Migration } from './migration.ts';

/**
 * Lists are in the order of `search_text`: by name whatever its case, and a search reads one index instead of every
 * row. Who never signed in comes before everybody who did.
 */
export const lists: Migration = {
  name: '0008-lists',
  statements: ({ nullsFirst }) => [
    'drop index accounts_name',
    'create index accounts_search_text on accounts (search_text, id)',
    'drop index accounts_status',
    'create index accounts_status on accounts (status, search_text, id)',
    'drop index accounts_last_sign_in_at',
    `create index accounts_last_sign_in_at on accounts (last_sign_in_at ${nullsFirst}, id)`,
    'drop index workspaces_name',
    'create index workspaces_search_text on workspaces (search_text, id)',
  ],
};
