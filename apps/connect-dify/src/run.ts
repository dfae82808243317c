import {
  askVersion,
  ConnectError,
  type Connected,
  type ConnectOptions,
  changeMemberRole,
  connect,
  currentWorkspace,
  type DifySession,
  fetchTransport,
  initialize,
  insecureTransport,
  inviteMembers,
  listMembers,
  listWorkspaces,
  type MemberRole,
  removeMember,
  restoreSession,
  switchWorkspace,
} from '@latchkey/sdk/connect';
import { type ExitCode, exitCodeOf } from './exit-codes.ts';
import { exportCommands, isExportShell } from './export-commands.ts';
import { HELP } from './help.ts';
import { Misuse, type Parameters, readParameters } from './parameters.ts';
import type { Shell } from './shell.ts';
import { table } from './table.ts';

const ROLES: readonly MemberRole[] = ['admin', 'editor', 'normal', 'dataset_operator'];

/** Runs one command line; never throws. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let json = false;
  try {
    const parameters = readParameters(args);
    json = parameters.isOn('json');
    if (parameters.isOn('help') || parameters.words[0] === 'help') {
      shell.out(HELP);
      return 0;
    }
    await command(parameters, shell);
    return 0;
  } catch (error) {
    return tell(error, json, shell);
  }
}

function command(parameters: Parameters, shell: Shell): Promise<void> {
  const [word, ...rest] = parameters.words;
  switch (word?.toLowerCase()) {
    case undefined:
      return connectCommand(parameters, shell);
    case 'disconnect':
      return disconnect(parameters, shell);
    case 'initialize':
      return initializeCommand(parameters, shell);
    case 'version':
      return version(parameters, shell);
    case 'profile':
      return withSession(parameters, shell, async (session) => {
        const { id, name, email, interfaceLanguage, timezone } = await session.profile();
        print(parameters, shell, { id, name, email, interface_language: interfaceLanguage, timezone });
      });
    case 'members':
      return withSession(parameters, shell, (session) => members(session, rest, parameters, shell));
    case 'workspaces':
      return withSession(parameters, shell, (session) => workspaces(session, rest, parameters, shell));
    default:
      // The first position is the server, as in the original.
      return connectCommand(parameters, shell, word);
  }
}

async function connectCommand(parameters: Parameters, shell: Shell, server?: string): Promise<void> {
  const shellName = parameters.text('export');
  if (shellName !== undefined && !isExportShell(shellName)) {
    throw new Misuse('--export takes bash, powershell or fish.');
  }
  const options = optionsFrom(parameters, shell, server);
  const saved = await shell.sessions.load(options.server ?? shell.env.PSDIFY_URL);
  const connected = await connect({ ...options, ...(saved !== undefined && { saved }) });
  await shell.sessions.save(connected.session.save());
  if (shellName === undefined) return print(parameters, shell, summary(connected));
  shell.out(exportCommands(shellName, connected));
}

async function initializeCommand(parameters: Parameters, shell: Shell): Promise<void> {
  const name = parameters.text('name');
  const connected = await initialize({
    ...optionsFrom(parameters, shell),
    ...(name !== undefined && { name }),
    ...(shell.isInteractive && {
      askInitPassword: (server: string) => shell.ask(`Enter init password for ${server}`, true),
    }),
  });
  await shell.sessions.save(connected.session.save());
  print(parameters, shell, summary(connected));
}

async function disconnect(parameters: Parameters, shell: Shell): Promise<void> {
  const saved = await shell.sessions.load(parameters.text('server'));
  if (saved === undefined) throw new ConnectError('session_ended', 'You are not connected.');
  const isEnded = await restoreSession(saved, transportOf(parameters, shell), () => new Date()).disconnect();
  await shell.sessions.remove(saved.server);
  if (!isEnded) shell.err(`The server did not confirm; what was kept here is gone all the same.\n`);
  print(parameters, shell, { server: saved.server, ended_on_server: isEnded });
}

async function version(parameters: Parameters, shell: Shell): Promise<void> {
  const server =
    parameters.text('server') ?? parameters.words[1] ?? shell.env.PSDIFY_URL ?? (await shell.sessions.load())?.server;
  if (server === undefined) throw new Misuse('Server URL is required');
  const { text, hasPlugins } = await askVersion(server, transportOf(parameters, shell));
  print(parameters, shell, { server, version: text, plugin_support: hasPlugins });
}

async function members(session: DifySession, words: readonly string[], parameters: Parameters, shell: Shell) {
  const [verb = 'list', ...addresses] = words;
  if (verb === 'list') {
    return printRows(parameters, shell, [...(await listMembers(session))], ['name', 'email', 'role', 'status', 'id']);
  }
  if (verb === 'invite') {
    if (addresses.length === 0) throw new Misuse('members invite needs an address.');
    const results = await inviteMembers(session, addresses, roleFrom(parameters), parameters.text('language'));
    const rows = results.map((result) => ({ message: '', url: '', ...result }));
    return printRows(parameters, shell, rows, ['email', 'status', 'url', 'message']);
  }
  const wanted = addresses[0]?.toLowerCase();
  const member = (await listMembers(session)).find(({ id, email }) => id === wanted || email.toLowerCase() === wanted);
  if (member === undefined) throw new Misuse(`There is no member ${addresses[0] ?? ''}.`);
  if (verb === 'role') await changeMemberRole(session, member.id, roleFrom(parameters));
  else if (verb === 'remove') await removeMember(session, member.id);
  else throw new Misuse(`members takes list, invite, role or remove, not ${verb}.`);
  print(parameters, shell, { email: member.email, result: 'success' });
}

async function workspaces(session: DifySession, words: readonly string[], parameters: Parameters, shell: Shell) {
  const [verb = 'list', wanted] = words;
  if (verb === 'list') {
    return printRows(parameters, shell, [...(await listWorkspaces(session))], ['name', 'current', 'status', 'id']);
  }
  if (verb === 'current') return print(parameters, shell, { ...(await currentWorkspace(session)) });
  if (verb !== 'switch') throw new Misuse(`workspaces takes list, current or switch, not ${verb}.`);
  const target = (await listWorkspaces(session)).find(({ id, name }) => id === wanted || name === wanted);
  if (target === undefined) throw new Misuse(`There is no workspace ${wanted ?? ''}.`);
  print(parameters, shell, { ...(await switchWorkspace(session, target.id)) });
}

/** Goes on with the session of a server, and keeps what it was renewed to. */
async function withSession(
  parameters: Parameters,
  shell: Shell,
  work: (session: DifySession) => Promise<void>,
): Promise<void> {
  const server = parameters.text('server') ?? shell.env.PSDIFY_URL;
  const saved = await shell.sessions.load(server);
  if (saved === undefined) {
    throw new ConnectError('session_ended', 'You are not connected. Run connect-dify first.');
  }
  const session = restoreSession(saved, transportOf(parameters, shell), () => new Date());
  session.share({
    load: () => shell.sessions.load(saved.server),
    save: (renewed) => shell.sessions.save(renewed),
    exclusively: (renewal) => shell.sessions.exclusively(renewal),
  });
  await work(session);
}

function optionsFrom(parameters: Parameters, shell: Shell, server = parameters.text('server')): ConnectOptions {
  const transport = isInsecure(parameters, shell) ? insecureTransport : shell.transport;
  return {
    server,
    authMethod: parameters.text('auth-method'),
    email: parameters.text('email'),
    password: parameters.text('password'),
    token: parameters.text('token'),
    code: parameters.text('code'),
    accessToken: parameters.text('access-token'),
    csrfToken: parameters.text('csrf-token'),
    force: parameters.isOn('force'),
    env: shell.env,
    ...(transport !== undefined && { transport }),
    ...(shell.isInteractive && {
      askPassword: (email: string) => shell.ask(`Enter password for ${email}`, true),
      askCode: (email: string) => shell.ask(`Enter the code sent to ${email}`, false),
    }),
  };
}

function transportOf(parameters: Parameters, shell: Shell) {
  return isInsecure(parameters, shell) ? insecureTransport : (shell.transport ?? fetchTransport);
}

/** Warns each time: whoever is in between reads everything. */
function isInsecure(parameters: Parameters, shell: Shell): boolean {
  const isWanted = parameters.isOn('insecure') || shell.env.PSDIFY_DISABLE_SSL_VERIFICATION === 'true';
  if (isWanted) shell.err('! Certificates are not checked: anybody in between can read this session.\n');
  return isWanted;
}

function roleFrom(parameters: Parameters): MemberRole {
  const wanted = parameters.text('role') ?? 'normal';
  const role = ROLES.find((known) => known === wanted);
  if (role === undefined) throw new Misuse(`Invalid value for Role. Must be one of: ${ROLES.join(', ')}`);
  return role;
}

function summary({ server, version, name, email }: Connected) {
  return { server, version, name, email };
}

function print(parameters: Parameters, shell: Shell, facts: Record<string, unknown>): void {
  if (parameters.isOn('json')) {
    shell.out(`${JSON.stringify(facts)}\n`);
    return;
  }
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  for (const [name, value] of Object.entries(facts)) shell.out(`${name.padEnd(width)}  ${value ?? ''}\n`);
}

function printRows<Row extends object>(
  parameters: Parameters,
  shell: Shell,
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): void {
  shell.out(parameters.isOn('json') ? `${JSON.stringify(rows)}\n` : table(rows, columns));
}

function tell(error: unknown, json: boolean, shell: Shell): ExitCode {
  if (!(error instanceof Error)) throw error;
  const code = error instanceof ConnectError ? error.code : error instanceof Misuse ? 'misuse' : 'internal';
  if (json) shell.err(`${JSON.stringify({ error: { code, message: error.message } })}\n`);
  else shell.err(`connect-dify: ${error.message}\n`);
  if (error instanceof ConnectError) return exitCodeOf(error.code, error.status);
  return error instanceof Misuse ? 2 : 1;
}
