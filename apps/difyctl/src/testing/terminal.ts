import { spawn } from '@lydell/node-pty';
import { BIN, type Home } from './home.ts';

interface Ended {
  readonly exitCode: number;
  readonly signal: number | undefined;
}

/** difyctl in a terminal of its own, and a person in front of it. */
export class Terminal implements Disposable {
  readonly ended: Promise<Ended>;
  /** Everything shown so far, control sequences included. */
  raw = '';
  readonly #pty;
  readonly #waiting = new Set<() => void>();

  constructor(home: Home, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.#pty = spawn(process.execPath, [BIN, ...words], { env: { ...home.env, ...env }, cols: 200, rows: 40 });
    this.#pty.onData((text) => {
      this.raw += text;
      for (const look of this.#waiting) look();
    });
    this.ended = new Promise((resolve) => this.#pty.onExit(({ exitCode, signal }) => resolve({ exitCode, signal })));
  }

  /** Everything shown so far as words. */
  get text(): string {
    return this.raw.replace(/\p{Cc}\[[\d;?]*[A-Za-z]/gu, '').replaceAll('\r', '');
  }

  /** Resolves when the words stand on the terminal. */
  async shows(words: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!this.text.includes(words)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  [Symbol.dispose](): void {
    this.#pty.kill();
  }
}
