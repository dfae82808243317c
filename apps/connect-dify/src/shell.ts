import type { SavedSession, Transport } from '@latchkey/sdk/connect';

/** Everything outside of the program that it may touch. */
export interface Shell {
  /** Results. */
  out(text: string): void;
  /** Prompts, warnings, refusals. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person can be asked. */
  readonly isInteractive: boolean;
  /** Asks for one line; a hidden one is not shown while it is typed. */
  ask(question: string, isHidden: boolean): Promise<string>;
  readonly sessions: SessionStore;
  /** Carries requests; undefined for the sdk's own. */
  readonly transport?: Transport;
}

/** Where the session of each server is kept between two runs. */
export interface SessionStore {
  /** The session of a server, or the one that was kept last. */
  load(server?: string): Promise<SavedSession | undefined>;
  save(session: SavedSession): Promise<void>;
  remove(server: string): Promise<void>;
  /** One program at a time. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}
