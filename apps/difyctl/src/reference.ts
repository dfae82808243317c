import type { Command } from './command-line/command.ts';
import type { Flag } from './command-line/flag.ts';
import { TREE } from './commands/tree.ts';
import { EXIT_CODES } from './failure.ts';
import { usageOf } from './help/lay-out.ts';
import { TOPICS } from './help/topics.ts';

const INTRODUCTION = `# difyctl

Printed from the commands' own declarations.

Data goes to standard output; errors, hints, prompts and the one-time code go to standard error. Flags come after the
command's words. \`-h\` explains any command, \`-v\` tells what is asked and answered and never prints a token.
`;

/** The command line as Markdown, for \`docs/reference/difyctl.md\`. */
export async function printReference(): Promise<string> {
  const commands = Object.entries(TREE.commands).map(async ([name, load]) => printCommand(name, await load()));
  return [INTRODUCTION, ...(await Promise.all(commands)), printExitCodes(), ...TOPICS.map(printTopic)].join('\n');
}

function printCommand(name: string, { declaration }: Command): string {
  const { description, args = [], flags, examples, agentGuide } = declaration;
  const rows = [
    ...args.map((argument) => [`\`<${argument.name}>\``, argument.description]),
    ...Object.entries(flags).map(([flag, it]) => [spell(flag, it), describe(it)]),
  ];
  return [
    `## difyctl ${name}\n\n${description}\n`,
    `\`\`\`sh\n${usageOf(name, args)}\n\`\`\`\n`,
    ...(rows.length === 0 ? [] : [printTable(['Argument or flag', 'Meaning'], rows)]),
    `\`\`\`sh\n${examples.join('\n')}\n\`\`\`\n`,
    ...(agentGuide === undefined ? [] : [`For programs: ${agentGuide}\n`]),
  ].join('\n');
}

function spell(name: string, flag: Flag): string {
  const value = flag.type === 'boolean' ? '' : ` <${flag.value}>`;
  return `${flag.char === undefined ? '' : `\`-${flag.char}\`, `}\`--${name}${value}\``;
}

function describe(flag: Flag): string {
  if (flag.type === 'string' && flag.options !== undefined) {
    return `${flag.description}; one of ${flag.options.map((option) => `\`${option}\``).join(', ')}`;
  }
  return flag.description;
}

function printExitCodes(): string {
  const byExit = Map.groupBy(Object.entries(EXIT_CODES), ([, exit]) => exit);
  const rows = [...byExit]
    .sort(([a], [b]) => a - b)
    .map(([exit, codes]) => [`${exit}`, codes.map(([code]) => `\`${code}\``).join(', ')]);
  const others = [['0', 'done'], ...rows, ['64', '`version --check-compat`: the server is not a tested one']];
  return `## Exit codes\n\nWords that make no sense, such as an unknown command or flag, exit 1.\n\n${printTable(['Exit', 'Error codes'], others)}`;
}

function printTopic({ summary, text }: (typeof TOPICS)[number]): string {
  return `## ${summary}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('');
}
