import { spawn } from '@lydell/node-pty';
import { BIN, type Home } from './home.ts';

/** Runs the words behind it and tells their exit code last of all, when everything before has been shown. */
const SCRIPT = 'trap : INT; "$@"; printf "<exit %s>" $?';
const EXIT = /<exit (\d+)>$/;

/** difyctl in a terminal of its own, and a person in front of it. */
export class Terminal implements Disposable {
  #shown = '';
  readonly #pty;
  readonly #waiting = new Set<() => void>();

  constructor(
    home: Home,
    words: readonly string[],
    env: Readonly<Record<string, string>> = {},
    program: readonly string[] = [process.execPath, BIN],
  ) {
    const command = ['-c', SCRIPT, 'sh', ...program, ...words];
    this.#pty = spawn('/bin/sh', command, { env: { ...home.env, ...env }, cwd: home.folder, cols: 200, rows: 40 });
    this.#pty.onData((text) => {
      this.#shown += text;
      for (const look of this.#waiting) look();
    });
  }

  /** Everything shown so far, control sequences included. */
  get raw(): string {
    return this.#shown.replace(EXIT, '');
  }

  /** Everything shown so far as words. */
  get text(): string {
    return this.drawings.join('');
  }

  /** The same, parted wherever a line was wiped to be drawn anew. */
  get drawings(): readonly string[] {
    return this.raw
      .split('\r\u001b[2K')
      .map((drawn) => drawn.replace(/\p{Cc}\[[\d;?]*[A-Za-z]/gu, '').replaceAll('\r', ''));
  }

  /** The exit code as a shell sees it: 130 after a ctrl-C. */
  async exit(): Promise<number> {
    await this.#until(() => EXIT.test(this.#shown));
    return Number(EXIT.exec(this.#shown)?.[1]);
  }

  /** Resolves when the words stand on the terminal. */
  shows(words: string): Promise<void> {
    return this.#until(() => this.text.includes(words));
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  [Symbol.dispose](): void {
    this.#pty.kill();
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}
