import type { Connected } from '@latchkey/sdk/connect';
import { Misuse } from './misuse.ts';
import type { Parameters } from './parameters.ts';

const SHELLS = ['bash', 'powershell', 'fish'] as const;

type ExportShell = (typeof SHELLS)[number];

/** Everything that `Connect-Dify` reads or sets; the original's own end leaves the secrets among them. */
const VARIABLES = [
  'PSDIFY_URL',
  'PSDIFY_VERSION',
  'PSDIFY_AUTH_METHOD',
  'PSDIFY_EMAIL',
  'PSDIFY_PASSWORD',
  'PSDIFY_ACCESS_TOKEN',
  'PSDIFY_CSRF_TOKEN',
  'PSDIFY_INIT_PASSWORD',
  'PSDIFY_PLUGIN_SUPPORT',
  'PSDIFY_DISABLE_SSL_VERIFICATION',
];

/** The shell that commands are wanted for, if any. @throws {Misuse} */
export function exportShellOf(parameters: Parameters): ExportShell | undefined {
  const name = parameters.text('export');
  const shell = SHELLS.find((known) => known === name?.toLowerCase());
  if (name !== undefined && shell === undefined) throw new Misuse('--export takes bash, powershell or fish.');
  return shell;
}

/** Commands that set the environment of the shell that evaluates them, as `Connect-Dify` sets its own. */
export function exportedSession(shell: ExportShell, { server, version, session }: Connected): string {
  const { credentials } = session.save();
  const variables: [string, string][] = [
    ['PSDIFY_URL', server],
    ['PSDIFY_VERSION', version],
  ];
  if (credentials.kind === 'cookies') {
    variables.push(
      ['PSDIFY_AUTH_METHOD', 'AccessToken'],
      ['PSDIFY_ACCESS_TOKEN', credentials.cookies.access],
      ['PSDIFY_CSRF_TOKEN', credentials.cookies.csrf],
    );
  }
  return variables.map(([name, value]) => `${assignment(shell, name, value)}\n`).join('');
}

/** Commands that take all of it away again. */
export function exportedEnd(shell: ExportShell): string {
  return VARIABLES.map((name) => `${removal(shell, name)}\n`).join('');
}

function assignment(shell: ExportShell, name: string, value: string): string {
  switch (shell) {
    case 'bash':
      return `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
    case 'fish':
      return `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`;
    case 'powershell':
      // PowerShell ends a text at the curly ones too.
      return `$env:${name} = '${value.replace(/['‘’‚‛]/g, '$&$&')}'`;
  }
}

function removal(shell: ExportShell, name: string): string {
  switch (shell) {
    case 'bash':
      return `unset ${name}`;
    case 'fish':
      return `set -e ${name}`;
    case 'powershell':
      return `Remove-Item Env:${name} -ErrorAction SilentlyContinue`;
  }
}
