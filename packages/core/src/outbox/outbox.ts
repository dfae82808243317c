import type { Letter } from './letter.ts';

export interface Outbox {
  /** Commits or rolls back with the change the letter tells about. */
  add(letter: Letter): Promise<void>;
  /** Letters not sent yet, oldest first. */
  waiting(limit: number): Promise<Letter[]>;
}
