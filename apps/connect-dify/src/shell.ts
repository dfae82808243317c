import type { SessionStore, Transport } from '@latchkey/sdk/connect';
import type { Parameters } from './parameters.ts';

/** Everything outside of the program that it may touch. */
export interface Shell {
  /** Results. */
  out(text: string): void;
  /** Prompts, warnings, refusals. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person can be asked. */
  readonly isInteractive: boolean;
  /** Asks for one line; a hidden one is not shown while it is typed. Empty when the person gives none. */
  ask(question: string, isHidden: boolean): Promise<string>;
  readonly sessions: SessionStore;
  /** Carries requests; undefined for the sdk's own. */
  readonly transport?: Transport;
}

/** What a person wrote, and where. */
export interface Invocation {
  readonly parameters: Parameters;
  readonly shell: Shell;
}
