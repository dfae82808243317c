import { BUILD } from '../build-info.ts';
import { defineCommand } from '../command-line/command.ts';
import { judgeServer, type Verdict } from '../compat/judge-server.ts';
import { probeServer, type ServerVersion } from '../compat/probe-server.ts';
import { activeContext } from '../contexts/context.ts';
import { NEWEST_DIFY, OLDEST_DIFY } from '../http/user-agent.ts';
import { PlainExit } from '../plain-exit.ts';
import type { Shell } from '../shell.ts';
import { printable } from '../terminal/printable.ts';

const INCOMPATIBLE_EXIT = 64;

export const version = defineCommand(
  {
    summary: 'Show the versions of difyctl and of the active host',
    description: 'Asks the active host for its version, without a token, and says whether difyctl is tested with it.',
    effect: 'read',
    flags: {
      short: { type: 'boolean', description: 'The version of difyctl alone' },
      client: { type: 'boolean', description: 'Ask no server' },
      'check-compat': { type: 'boolean', description: `Exit ${INCOMPATIBLE_EXIT} unless the server is a tested one` },
      output: {
        type: 'string',
        char: 'o',
        value: 'format',
        options: ['text', 'json', 'yaml'],
        description: 'Format of the report',
      },
    },
    examples: ['difyctl version', 'difyctl version --check-compat'],
  },
  async (options, shell) => {
    if (options.short) {
      shell.out.write(`${BUILD.version}\n`);
      return;
    }
    const report = await examine(options.client, shell);
    shell.out.write(await layOut(report, options.output, shell));
    if (options['check-compat'] && report.verdict.status !== 'compatible') {
      throw new PlainExit(report.verdict.detail, INCOMPATIBLE_EXIT);
    }
  },
);

interface Report {
  readonly endpoint: string | undefined;
  readonly server: ServerVersion | undefined;
  readonly verdict: Verdict;
}

async function examine(clientOnly: boolean, shell: Shell): Promise<Report> {
  const unknown = (detail: string, endpoint?: string): Report => ({
    endpoint,
    server: undefined,
    verdict: { status: 'unknown', detail },
  });
  if (clientOnly) return unknown('server probe skipped');
  const hosts = await shell.contexts.read().catch(() => undefined);
  if (hosts === undefined) return unknown('hosts file unreadable');
  const context = activeContext(hosts);
  if (context === undefined) return unknown('no host configured');
  const endpoint = context.baseUrl;
  const server = await probeServer(context, shell);
  return server === undefined
    ? unknown('server unreachable', endpoint)
    : { endpoint, server, verdict: judgeServer(server.version) };
}

async function layOut(report: Report, format: string | undefined, { machine }: Shell): Promise<string> {
  if (format === 'json') return `${JSON.stringify(toObject(report, machine), null, 2)}\n`;
  if (format === 'yaml') return (await import('../files/yaml.ts')).formatYaml(toObject(report, machine));
  return toText(report, machine);
}

function toObject({ endpoint, server, verdict }: Report, { platform, arch }: Shell['machine']): unknown {
  return {
    client: { ...BUILD, platform, arch },
    server: {
      endpoint: endpoint ?? '',
      reachable: server !== undefined,
      version: server?.version,
      edition: server?.edition.toLowerCase(),
    },
    compat: { minDify: OLDEST_DIFY, maxDify: NEWEST_DIFY, ...verdict },
  };
}

const WORDS = { compatible: 'ok', unsupported: 'incompatible', unknown: 'unknown' } as const;

function toText({ endpoint, server, verdict }: Report, { platform, arch }: Shell['machine']): string {
  const serverLines =
    endpoint === undefined
      ? ['  (skipped — no host configured or --client passed)']
      : [
          `  Endpoint:  ${endpoint}`,
          `  Version:   ${server ? printable(`${server.version} (${server.edition.toLowerCase()})`) : '(unreachable)'}`,
        ];
  return [
    'Client:',
    `  Version:   ${BUILD.version}`,
    `  Commit:    ${BUILD.commit.slice(0, 7)}`,
    `  Platform:  ${platform}/${arch}`,
    `  Compat:    dify >=${OLDEST_DIFY}, <=${NEWEST_DIFY}`,
    '',
    'Server:',
    ...serverLines,
    '',
    `Compatibility: ${WORDS[verdict.status]} — ${printable(verdict.detail)}`,
    '',
  ].join('\n');
}
