import { connectCommand } from './commands/connect.ts';
import { disconnectCommand } from './commands/disconnect.ts';
import { initializeCommand } from './commands/initialize.ts';
import { membersCommand } from './commands/members.ts';
import { profileCommand } from './commands/profile.ts';
import { versionCommand } from './commands/version.ts';
import { workspacesCommand } from './commands/workspaces.ts';
import type { ExitCode } from './exit-codes.ts';
import { HELP } from './help.ts';
import { bindPositions, type Parameters, readParameters } from './parameters.ts';
import { reportFailure } from './report-failure.ts';
import type { Invocation, Shell } from './shell.ts';

/** Commands by the word they begin with; without one of these words, a line connects. */
const COMMANDS = new Map<string, (invocation: Invocation) => Promise<void>>([
  ['disconnect', takingNoWord(disconnectCommand)],
  ['profile', takingNoWord(profileCommand)],
  ['initialize', takingNoWord(initializeCommand)],
  ['version', versionCommand],
  ['members', membersCommand],
  ['workspaces', workspacesCommand],
]);

/** Runs one command line; never throws. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const asJson = args.some((arg) => /^--?json$/i.test(arg));
  try {
    await runCommand(readParameters(args), shell);
    return 0;
  } catch (error) {
    return reportFailure(error, shell, asJson);
  }
}

async function runCommand(parameters: Parameters, shell: Shell): Promise<void> {
  const [word = '', ...words] = parameters.words;
  const isHelp = parameters.isOn('help') || word.toLowerCase() === 'help';
  if (isHelp) return shell.out(HELP);
  const command = COMMANDS.get(word.toLowerCase());
  return command === undefined
    ? connectCommand({ parameters, shell })
    : command({ parameters: { ...parameters, words }, shell });
}

function takingNoWord(command: (invocation: Invocation) => Promise<void>) {
  return async ({ parameters, shell }: Invocation) => command({ parameters: bindPositions(parameters, []), shell });
}
