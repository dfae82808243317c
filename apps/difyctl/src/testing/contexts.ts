import type { Home } from './home.ts';

/** Stores contexts on hosts that do not exist, the first of them active. */
export function storeContexts(home: Home, contexts: Readonly<Record<string, readonly string[]>>): void {
  const [current = ''] = Object.keys(contexts);
  const hosts = Object.entries(contexts).map(([host, emails]) => [host, hostOf(emails)]);
  home.write(
    'hosts.yml',
    JSON.stringify({ token_storage: 'file', current_host: current, hosts: Object.fromEntries(hosts) }),
  );
  const tokens = Object.entries(contexts).map(([host, emails]) => [host, tokensOf(emails)]);
  home.write('tokens.yml', JSON.stringify({ version: 1, tokens: Object.fromEntries(tokens) }));
}

function hostOf(emails: readonly string[]): object {
  const accounts = emails.map((email) => [email, { account: { id: `id-${email}`, email, name: nameOf(email) } }]);
  return { current_account: emails[0], accounts: Object.fromEntries(accounts) };
}

function tokensOf(emails: readonly string[]): object {
  return Object.fromEntries(emails.map((email) => [email, `dfoa_${email}`]));
}

/** `Ann` for `ann@example.com`. */
function nameOf(email: string): string {
  const [name = ''] = email.split('@');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
