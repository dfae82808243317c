import type { Connected } from '@latchkey/sdk/connect';

const SHELLS = ['bash', 'powershell', 'fish'] as const;

export type ExportShell = (typeof SHELLS)[number];

export function isExportShell(name: string): name is ExportShell {
  return SHELLS.some((shell) => shell === name);
}

/** Commands that set the environment of the shell that evaluates them, as `Connect-Dify` sets its own. */
export function exportCommands(shell: ExportShell, { server, version, session }: Connected): string {
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

function assignment(shell: ExportShell, name: string, value: string): string {
  switch (shell) {
    case 'bash':
      return `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
    case 'fish':
      return `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`;
    case 'powershell':
      return `$env:${name} = '${value.replaceAll("'", "''")}'`;
  }
}
