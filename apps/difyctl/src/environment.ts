export interface Variable {
  readonly name: string;
  readonly description: string;
  /** Its value is never shown. */
  readonly sensitive: boolean;
}

const open = (name: string, description: string): Variable => ({ name, description, sensitive: false });
const secret = (name: string, description: string): Variable => ({ name, description, sensitive: true });
const KEPT = 'Known to the original client; changes nothing here';

/** The environment variables of difyctl, in alphabetical order. */
export const VARIABLES: readonly Variable[] = [
  open('DIFYCTL_HTTP_RETRY', 'Further attempts when a server does not answer; 3 unless set'),
  open('DIFYCTL_NO_COLOR', 'No colours, like NO_COLOR, for difyctl alone'),
  open('DIFY_CACHE_DIR', 'Folder of what may be lost'),
  open('DIFY_CONFIG_DIR', 'Folder of hosts.yml, tokens.yml and config.yml'),
  open('DIFY_FORMAT', KEPT),
  open('DIFY_HOST', 'The server of DIFY_TOKEN'),
  open('DIFY_LIMIT', 'Page size of lists, 1 to 200'),
  open('DIFY_NO_PROGRESS', 'No spinner'),
  open('DIFY_PLAIN', KEPT),
  secret('DIFY_TOKEN', 'A token to use instead of the stored contexts, with DIFY_HOST'),
  open('DIFY_WORKSPACE_ID', KEPT),
];
