import type { Command } from './command-line/command.ts';
import type { Flag } from './command-line/flag.ts';
import { TREE } from './commands/tree.ts';
import { EXIT_CODES } from './failure.ts';
import { usageOf } from './help/lay-out.ts';
import { TOPICS } from './help/topics.ts';

/** The manual page, for `man difyctl`: roff with the man macros, printed from the commands' own declarations. */
export async function printManual(version: string): Promise<string> {
  const commands = Object.entries(TREE.commands).map(async ([name, load]) => printCommand(name, await load()));
  return [
    `.TH DIFYCTL 1 "" "difyctl ${version}" "User Commands"`,
    '.SH NAME\ndifyctl \\- sign in to Dify from a terminal, with any number of hosts and accounts',
    '.SH SYNOPSIS\n.B difyctl\n.I command\n[\\fIflags\\fR]',
    '.SH DESCRIPTION',
    'Data goes to standard output; errors, hints, prompts and the one\\-time code go to standard error.',
    'Flags come after the command\\(cqs words.',
    '.TP\n.BR \\-h , \\ \\-\\-help\nExplain any command.',
    '.TP\n.BR \\-v , \\ \\-\\-verbose\nTell what is asked and answered, on standard error; never a token.',
    '.SH COMMANDS',
    ...(await Promise.all(commands)),
    '.SH EXIT STATUS',
    ...printExitCodes(),
    ...TOPICS.map(({ summary, text }) => `.SH ${roff(summary.toUpperCase())}\n.nf\n${roff(text)}\n.fi`),
    '',
  ].join('\n');
}

function printCommand(name: string, { declaration }: Command): string {
  const { description, args = [], flags, examples } = declaration;
  return [
    `.SS difyctl ${roff(name)}`,
    `.B ${roff(usageOf(name, args))}`,
    `.PP\n${roff(description)}`,
    ...args.map((argument) => `.TP\n.I ${roff(argument.name)}\n${roff(argument.description)}`),
    ...Object.entries(flags).map(([flag, it]) => `.TP\n${spell(flag, it)}\n${roff(explain(it))}`),
    `.PP\n.nf\n.RS\n${examples.map(roff).join('\n')}\n.RE\n.fi`,
  ].join('\n');
}

function spell(name: string, flag: Flag): string {
  const char = flag.char === undefined ? '' : `\\fB\\-${flag.char}\\fR, `;
  const value = flag.type === 'boolean' ? '' : ` \\fI${roff(flag.value)}\\fR`;
  return `${char}\\fB\\-\\-${roff(name)}\\fR${value}`;
}

function explain(flag: Flag): string {
  return flag.type === 'string' && flag.options !== undefined
    ? `${flag.description}; one of ${flag.options.join(', ')}`
    : flag.description;
}

function printExitCodes(): string[] {
  const codes = Object.entries(EXIT_CODES);
  const exits = [...new Set(codes.map(([, exit]) => exit))].sort((a, b) => a - b);
  const codesOf = (wanted: number) => codes.flatMap(([code, exit]) => (exit === wanted ? [code] : []));
  return [
    '.TP\n.B 0\nDone.',
    ...exits.map((exit) => `.TP\n.B ${exit}\n${roff(codesOf(exit).join(', '))}`),
    '.TP\n.B 64\nversion \\-\\-check\\-compat: the server is not a tested one.',
  ];
}

/** Text that roff prints as it is: its own signs, and what only counts at the start of a line. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replace(/[…]/g, '...')
    .replace(/^([.'])/gm, '\\&$1');
}
