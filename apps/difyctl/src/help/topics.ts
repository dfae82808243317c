import { VARIABLES } from '../environment.ts';
import { table } from '../terminal/table.ts';

export interface Topic {
  readonly name: string;
  readonly summary: string;
  readonly text: string;
}

const ENVIRONMENT = [
  ...VARIABLES.map(({ name, description }) => [`  ${name}`, description]),
  ['  HTTPS_PROXY, HTTP_PROXY', 'The way through a proxy'],
  ['  NO_PROXY', 'Hosts to reach without it, by comma'],
  ['  NO_COLOR', 'No colours'],
];

/** What a person or program must know that belongs to no single command. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'account',
    summary: 'Contexts, hosts and accounts',
    text: `A context is a host and an account that you signed in to. difyctl keeps any number of them and runs every command
against the active one.

  difyctl auth login --host https://dify.example.com    add a context, or renew it
  difyctl auth list                                     see them all
  difyctl use host --domain dify.example.com            switch host
  difyctl use account --email ann@example.com           switch account on that host
  difyctl auth logout                                   end the active one

Contexts lie in hosts.yml in the configuration folder, tokens in the credential store of your system. Where none answers,
or it is locked, tokens lie in tokens.sealed: encrypted with a key that lies apart, in your data folder or where
DIFYCTL_KEY_FILE says.

The original client reads the same hosts.yml, but no sealed tokens. Those it left in tokens.yml are used, and sealed by the
next sign-in or sign-out; after that it finds none there. To share tokens with it, set DIFYCTL_PLAIN_TOKENS=1:
tokens then stay in tokens.yml, which only you may read, and those that were sealed go back there.`,
  },
  {
    name: 'agent',
    summary: 'Driving difyctl from a program',
    text: `Data goes to standard output; prompts, codes, hints and errors go to standard error. Nothing asks when standard input or
standard error is not a terminal.

Branch on the exit code:

  0   done
  1   network, server or unexpected error, or words that make no sense
  2   wrong or missing value
  4   not signed in, or the sign-in was refused or expired
  6   the server lacks what is needed, or wants a newer client
  7   too many requests; wait and try again
  64  version --check-compat: the server is not a tested one

With -o json or --json an error is one line of JSON on standard error: {"error":{"code","message","hint",…}}.
"difyctl help -o json" describes every command.`,
  },
  {
    name: 'environment',
    summary: 'Environment variables',
    text: `${table(ENVIRONMENT)}
An empty variable counts as unset.`,
  },
  {
    name: 'external',
    summary: 'Single sign-on users without an account',
    text: `An external user is known to an identity provider only. "difyctl auth login" signs one in like anybody else: choose single
sign-on on the page that shows the code. The stored context has no account id and no workspace; whoami and list show the
mail address and the provider. The server lets such a session run apps, but neither list nor end sessions, so "auth
logout" warns and clears this machine only.`,
  },
];
