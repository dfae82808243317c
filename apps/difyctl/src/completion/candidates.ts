import type { Command } from '../command-line/command.ts';
import { type CommandTree, findCommand } from '../command-line/command-tree.ts';
import type { Flag } from '../command-line/flag.ts';
import { listContexts } from '../contexts/context.ts';
import type { Shell } from '../shell.ts';

interface Typing {
  /** The words before the one being typed. */
  readonly before: readonly string[];
  readonly word: string;
}

/** What the word being typed may become. */
export async function candidates(
  tree: CommandTree,
  { before, word }: Typing,
  shell: Shell,
): Promise<readonly string[]> {
  const found = findCommand(tree, before);
  const all =
    found === undefined ? nextWords(tree, before) : await inCommand(await found.load(), { before, word }, shell);
  return all.filter((candidate) => candidate.startsWith(word));
}

/** The next words of the commands that begin like this. */
function nextWords({ commands }: CommandTree, before: readonly string[]): readonly string[] {
  const names = Object.keys(commands).map((name) => name.split(' '));
  const next = names
    .filter((name) => before.every((part, index) => part === name[index]))
    .map((name) => name[before.length]);
  return [...new Set(next.filter((part) => part !== undefined))];
}

async function inCommand({ declaration }: Command, { before, word }: Typing, shell: Shell): Promise<readonly string[]> {
  const flags = Object.entries(declaration.flags);
  const last = before.at(-1) ?? '';
  const open = flags.find(([name, { char }]) => last === `--${name}` || last === `-${char}`);
  if (open !== undefined && open[1].type !== 'boolean') return valuesOf(open[0], open[1], shell);
  return word.startsWith('-') ? [...flags.map(([name]) => `--${name}`), '--help', '--verbose'] : [];
}

async function valuesOf(name: string, flag: Flag, { contexts }: Shell): Promise<readonly string[]> {
  if (flag.type === 'string' && flag.options !== undefined) return flag.options;
  if (name !== 'domain' && name !== 'email') return [];
  const hosts = await contexts.read();
  if (name === 'domain') return [...hosts.byName.keys()];
  return listContexts(hosts).flatMap(({ host, email }) => (host === hosts.currentHost ? [email] : []));
}
