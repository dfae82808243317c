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
  open('DIFYCTL_KEY_FILE', 'The key of sealed tokens; in your data folder unless set'),
  open('DIFYCTL_NO_COLOR', 'No colours, like NO_COLOR, for difyctl alone'),
  open('DIFYCTL_PLAIN_TOKENS', '1 keeps tokens in tokens.yml in plain words, to share them with the original client'),
  open('DIFY_CACHE_DIR', 'Folder of what may be lost'),
  open('DIFY_CA_FILE', 'File of further certificate authorities, in PEM'),
  open('DIFY_CONFIG_DIR', 'Folder of hosts.yml, config.yml and the tokens'),
  open('DIFY_FORMAT', KEPT),
  open('DIFY_HOST', 'The server of DIFY_TOKEN'),
  open('DIFY_LIMIT', 'Page size of lists, 1 to 200'),
  open('DIFY_NO_PROGRESS', 'No spinner'),
  open('DIFY_PLAIN', KEPT),
  secret('DIFY_TOKEN', 'A token to use instead of the stored contexts, with DIFY_HOST'),
  open('DIFY_WORKSPACE_ID', KEPT),
];
