import { type CommandTree, findCommand, findGroup } from './command-line/command-tree.ts';
import type { CommonFlags } from './command-line/common-flags.ts';
import { suggestCommands } from './command-line/suggest-commands.ts';
import { PlainExit } from './plain-exit.ts';
import { reportFailure } from './report-failure.ts';
import { ReaderGone, type Shell } from './shell.ts';

/** Runs one command line and returns its exit code. */
export async function run(tree: CommandTree, flags: CommonFlags, shell: Shell): Promise<number> {
  try {
    await dispatch(tree, flags, shell);
    return 0;
  } catch (error) {
    return error instanceof ReaderGone ? 0 : reportFailure(error, shell, flags.json);
  }
}

async function dispatch(tree: CommandTree, { words, help }: CommonFlags, shell: Shell): Promise<void> {
  if (words.length === 0 || help) return explain(tree, words, shell);
  const found = findCommand(tree, words);
  if (found === undefined) throw unknownCommand(tree, words);
  return (await found.load()).start(found.rest, shell);
}

async function explain(tree: CommandTree, words: readonly string[], shell: Shell): Promise<void> {
  const subject = findCommand(tree, words)?.name ?? findGroup(tree, words);
  if (subject === undefined && words[0]?.startsWith('-') === false) throw unknownCommand(tree, words);
  const help = await findCommand(tree, ['help'])?.load();
  await help?.start([...(subject?.split(' ') ?? []), ...outputWords(words)], shell);
}

function outputWords(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => /^(-o|--output)(=|$)/.test(word));
  if (at < 0) return [];
  return words.slice(at, words[at]?.includes('=') ? at + 1 : at + 2);
}

function unknownCommand({ commands }: CommandTree, words: readonly string[]): PlainExit {
  const suggestions = suggestCommands(words, Object.keys(commands)).map((name) => `\n  ${name}`);
  const suffix = suggestions.length === 0 ? '' : `\n\nDid you mean:${suggestions.join('')}`;
  return new PlainExit(`unknown command: ${words.join(' ')}${suffix}`);
}
