import { type Command, defineCommand } from '../command-line/command.ts';
import { type CommandTree, findCommand, findGroup } from '../command-line/command-tree.ts';
import { EXIT_CODES } from '../failure.ts';
import { describeCommand } from '../help/describe-command.ts';
import { layOutCommand, layOutGroup, layOutOverview } from '../help/lay-out.ts';
import { TOPICS } from '../help/topics.ts';
import { PlainExit } from '../plain-exit.ts';

/** Help on a tree of commands, of which it is one itself. */
export function helpOn(tree: CommandTree): Command {
  return defineCommand(
    {
      summary: 'Explain a command or a topic',
      description: 'Without a name, lists everything.',
      effect: 'read',
      args: [{ name: 'name', required: false, description: 'A command, a group of commands or a topic' }],
      flags: {
        output: {
          type: 'string',
          char: 'o',
          value: 'format',
          options: ['json', 'yaml'],
          description: 'The same for programs',
        },
      },
      examples: ['difyctl help', 'difyctl help auth login', 'difyctl help environment', 'difyctl help -o json'],
    },
    async ({ output }, { out }, words) => {
      const page = await findPage(tree, words);
      if (output === undefined) out.write(await page.text());
      else if (output === 'json') out.write(`${JSON.stringify(await page.content(), null, 2)}\n`);
      else out.write(await (await import('../files/yaml.ts')).formatYaml(await page.content()));
    },
  );
}

interface Page {
  text(): Promise<string>;
  content(): Promise<object>;
}

async function findPage(tree: CommandTree, words: readonly string[]): Promise<Page> {
  if (words.length === 0) return { text: () => layOutOverview(tree), content: () => describeAll(tree) };
  const found = findCommand(tree, words);
  if (found !== undefined) {
    const command = await found.load();
    return {
      text: async () => layOutCommand(found.name, command),
      content: async () => describeCommand(found.name, command),
    };
  }
  const group = findGroup(tree, words);
  if (group !== undefined) {
    const commands = () => describeCommands(tree, `${group} `);
    return {
      text: () => layOutGroup(tree, group),
      content: async () => ({ command: group, description: tree.groups[group], commands: await commands() }),
    };
  }
  const topic = TOPICS.find(({ name }) => name === words[0]);
  if (topic === undefined) throw new PlainExit(`unknown help topic: ${words.join(' ')}`);
  return { text: async () => `${topic.text}\n`, content: async () => topic };
}

async function describeAll(tree: CommandTree): Promise<object> {
  return {
    bin: 'difyctl',
    contract: {
      stdout: 'data',
      stderr: 'errors, hints, prompts and the one-time code',
      json_errors: 'one line on standard error with -o json or --json',
      exit_codes: { ...EXIT_CODES, incompatible_server: 64 },
    },
    commands: await describeCommands(tree, ''),
    topics: TOPICS,
  };
}

function describeCommands({ commands }: CommandTree, prefix: string): Promise<object[]> {
  const chosen = Object.entries(commands).filter(([name]) => name.startsWith(prefix));
  return Promise.all(chosen.map(async ([name, load]) => describeCommand(name, await load())));
}
