import type { ServerAddress } from './server-address.ts';

export const COMMAND_FORMS = ['powershell', 'bash', 'connect-dify'] as const;

/** For whom the copied command is. */
export type CommandForm = (typeof COMMAND_FORMS)[number];

interface Tokens {
  readonly accessToken: string;
  readonly csrfToken: string;
}

/** The command that signs a shell in with the tokens of this browser. */
export function loginCommand(form: CommandForm, server: ServerAddress, { accessToken, csrfToken }: Tokens): string {
  switch (form) {
    case 'powershell':
      return [
        'Import-Module PSDify',
        `$env:PSDIFY_URL=${inPowerShell(server)}`,
        '$env:PSDIFY_AUTH_METHOD="AccessToken"',
        `$env:PSDIFY_ACCESS_TOKEN=${inPowerShell(accessToken)}`,
        `$env:PSDIFY_CSRF_TOKEN=${inPowerShell(csrfToken)}`,
        'Connect-Dify',
      ].join('\n');
    case 'bash':
      return [
        `export PSDIFY_URL=${inBash(server)}`,
        "export PSDIFY_AUTH_METHOD='AccessToken'",
        `export PSDIFY_ACCESS_TOKEN=${inBash(accessToken)}`,
        `export PSDIFY_CSRF_TOKEN=${inBash(csrfToken)}`,
        'connect-dify',
      ].join('\n');
    case 'connect-dify':
      return `connect-dify ${inBash(server)} --auth-method AccessToken --access-token ${inBash(accessToken)} --csrf-token ${inBash(csrfToken)}`;
  }
}

/** In double quotes, the curly ones among them, as the original writes it; what would mean something there does not. */
function inPowerShell(text: string): string {
  return `"${text.replace(/[`"$“”„]/g, '`$&')}"`;
}

function inBash(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
