import type { DifyServer } from '../../testing/dify-server.ts';
import type { Home } from '../../testing/home.ts';

/** What a scene is played on: a server of its own, and the home of the person who types. */
export interface Stage {
  readonly server: DifyServer;
  readonly home: Home;
}

/**
 * A command line in its circumstances. In words, variables and keys, port 19070 is the server's and `~` the home; the
 * transcript puts it the same way.
 */
export interface Scene {
  /** A fact about the product. */
  readonly title: string;
  /** As typed after `difyctl`; a word with spaces stands in quotes. */
  readonly words: string;
  /** What stands on the server and in the home before. */
  readonly given?: readonly ((stage: Stage) => unknown)[];
  readonly server?: Parameters<typeof DifyServer.start>[0];
  readonly env?: Readonly<Record<string, string>>;
  /** The line on standard input, where that is a pipe. */
  readonly input?: string;
  /** What is typed in the terminal as soon as it shows the words: text, and Enter, Esc, Down, ctrl-C or ctrl-D. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Where the scene is played, if not in both. */
  readonly only?: 'terminal';
}
