import type { Command } from './command.ts';

/** Every command by its words, loaded when it runs, and what the words before the last one gather. */
export interface CommandTree {
  readonly commands: Readonly<Record<string, () => Promise<Command>>>;
  readonly groups: Readonly<Record<string, string>>;
}

interface Found {
  readonly name: string;
  readonly load: () => Promise<Command>;
  /** The words behind the name. */
  readonly rest: readonly string[];
}

/** The command that words begin with. */
export function findCommand({ commands }: CommandTree, words: readonly string[]): Found | undefined {
  const [found] = Object.entries(commands)
    .filter(([name]) => startsWith(words, name))
    .sort(([a], [b]) => b.length - a.length);
  return found && { name: found[0], load: found[1], rest: words.slice(found[0].split(' ').length) };
}

/** The group that words begin with. */
export function findGroup({ groups }: CommandTree, words: readonly string[]): string | undefined {
  return Object.keys(groups)
    .filter((name) => startsWith(words, name))
    .sort((a, b) => b.length - a.length)[0];
}

function startsWith(words: readonly string[], name: string): boolean {
  return name.split(' ').every((part, index) => part === words[index]);
}
