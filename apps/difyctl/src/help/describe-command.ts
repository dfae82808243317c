import type { Command } from '../command-line/command.ts';
import type { Flag } from '../command-line/flag.ts';

/** A command as help prints it in JSON and YAML. */
export function describeCommand(name: string, { declaration }: Command): object {
  const { summary, description, effect, args, flags, examples, agentGuide } = declaration;
  return {
    command: name,
    summary,
    description,
    effect,
    args: args ?? [],
    flags: Object.entries(flags).map(([flagName, flag]) => describeFlag(flagName, flag)),
    examples,
    agentGuide: agentGuide ?? '',
  };
}

function describeFlag(name: string, flag: Flag): object {
  return {
    name,
    char: flag.char,
    type: flag.type,
    default: flag.type === 'boolean' ? false : flag.type === 'integer' ? flag.default : undefined,
    multiple: false,
    options: flag.type === 'string' ? flag.options : undefined,
    description: flag.description,
  };
}
