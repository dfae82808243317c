import type { Argument, Command } from '../command-line/command.ts';
import type { CommandTree } from '../command-line/command-tree.ts';
import type { Flag } from '../command-line/flag.ts';
import { table } from '../terminal/table.ts';
import { TOPICS } from './topics.ts';

const COMMON = [
  ['  -h, --help', 'Show help'],
  ['  -v, --verbose', 'Tell what is asked and answered, on standard error'],
];

/** Everything there is, one line each. */
export async function layOutOverview(tree: CommandTree): Promise<string> {
  return [
    'Sign in to Dify from a terminal, with any number of hosts and accounts.\n',
    'USAGE\n  difyctl <command> [flags]\n',
    `COMMANDS\n${await layOutCommands(tree, Object.keys(tree.commands))}`,
    `TOPICS\n${table(TOPICS.map(({ name, summary }) => [`  ${name}`, summary]))}`,
    "Run 'difyctl help <command>' or 'difyctl help <topic>' for more.\n",
  ].join('\n');
}

export async function layOutGroup(tree: CommandTree, group: string): Promise<string> {
  const names = Object.keys(tree.commands).filter((name) => name.startsWith(`${group} `));
  return [
    `${tree.groups[group]}\n`,
    `USAGE\n  difyctl ${group} <command> [flags]\n`,
    `COMMANDS\n${await layOutCommands(tree, names)}`,
  ].join('\n');
}

export function layOutCommand(name: string, { declaration }: Command): string {
  const { description, args = [], flags, examples } = declaration;
  return [
    `${description}\n`,
    `USAGE\n  ${usageOf(name, args)}\n`,
    ...(args.length === 0 ? [] : [`ARGUMENTS\n${table(args.map((it) => [`  <${it.name}>`, it.description]))}`]),
    `FLAGS\n${table([...Object.entries(flags).map(([flag, it]) => [spell(flag, it), explain(it)]), ...COMMON])}`,
    `EXAMPLES\n${examples.map((example) => `  ${example}\n`).join('')}`,
  ].join('\n');
}

export function usageOf(name: string, args: readonly Argument[]): string {
  const words = args.map((it) => (it.required ? `<${it.name}>` : `[<${it.name}>]`));
  return ['difyctl', name, ...words, '[flags]'].join(' ');
}

async function layOutCommands({ commands }: CommandTree, names: readonly string[]): Promise<string> {
  const rows = names.map(async (name) => [`  ${name}`, (await commands[name]?.())?.declaration.summary ?? '']);
  return table(await Promise.all(rows));
}

function spell(name: string, flag: Flag): string {
  const value = flag.type === 'boolean' ? '' : ` <${flag.value}>`;
  return `  ${flag.char === undefined ? '    ' : `-${flag.char}, `}--${name}${value}`;
}

function explain(flag: Flag): string {
  const options = flag.type === 'string' && flag.options !== undefined ? ` (${flag.options.join(', ')})` : '';
  return `${flag.description}${options}`;
}
