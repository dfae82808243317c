import type { Send } from '@latchkey/sdk';
import type { SettingsStore } from './config/settings-store.ts';
import type { ContextStore } from './contexts/context-store.ts';
import type { SecretStores } from './secrets/secret-store.ts';

/** Everything outside of the program that a command may touch. Commands are handed it and use nothing else. */
export interface Shell {
  readonly out: Output;
  readonly err: Output;
  readonly input: Input;
  /** An environment variable; an empty one counts as unset. */
  readonly env: (name: string) => string | undefined;
  readonly machine: Machine;
  readonly clock: Clock;
  /** `-v` was given. */
  readonly verbose: boolean;
  /** The person or program wants JSON. */
  readonly json: boolean;
  readonly contexts: ContextStore;
  readonly secrets: SecretStores;
  readonly settings: SettingsStore;
  /** Rejects with a `network_connection` failure when no answer came. */
  readonly send: (policy: SendPolicy) => Send;
  /** Rejects when no browser could be started. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Runs `cleanUp` before a ctrl-C ends the process, until the returned function is called. */
  readonly onInterrupt: (cleanUp: () => void) => () => void;
}

export interface Output {
  readonly isTerminal: boolean;
  /** @throws {ReaderGone} on standard output */
  write(text: string): void;
}

/** Whoever read standard output has read enough. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

export interface Input {
  readonly isTerminal: boolean;
  /** One line without its end; `undefined` at the end of input. */
  readLine(): Promise<string | undefined>;
  /** Everything up to the end of input. */
  readAll(): Promise<string>;
  /** Key presses as the terminal sends them, ctrl-C too: from the call on, until the caller stops iterating. */
  keys(): AsyncIterable<string>;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly hostname: string;
  readonly home: string;
  /** Where the command was started. */
  readonly folder: string;
}

export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
  /** Calls `tick` again and again until the returned function is called. */
  repeat(milliseconds: number, tick: () => void): () => void;
}

export interface SendPolicy {
  /** Further attempts of a GET, PUT or DELETE; none below 1. */
  readonly retries: number;
  /** Of one attempt. */
  readonly timeoutSeconds: number;
  /** Whether a certificate that nobody vouches for is passed over, with a warning. */
  readonly insecure?: boolean;
}
