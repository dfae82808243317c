import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';

const DIFYCTL = join(import.meta.dirname, '../../apps/difyctl/bin/difyctl.cjs');
/** Tells the exit code when everything else has been shown. */
const SCRIPT = '"$@"; printf "<exit %s>" $?';
const EXIT = /<exit (\d+)>$/;

/** A person's machine: their folders, on which difyctl runs in terminals. */
export class Machine implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'difyctl-'));

  open(...words: string[]): Terminal {
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: this.#folder,
      DIFY_CONFIG_DIR: join(this.#folder, 'config'),
      DIFY_CACHE_DIR: join(this.#folder, 'cache'),
      DIFY_E2E_NO_KEYRING: '1',
    };
    return new Terminal(['-c', SCRIPT, 'sh', process.execPath, DIFYCTL, ...words], env);
  }

  /** Runs a command to its end; what it showed, and its exit code. */
  async run(...words: string[]): Promise<{ shown: string; exitCode: number }> {
    const terminal = this.open(...words);
    const exitCode = await terminal.exit();
    return { shown: terminal.shown, exitCode };
  }

  /** Starts signing in and reads the code that is printed. */
  async startSignIn(host: string): Promise<{ terminal: Terminal; userCode: string }> {
    const terminal = this.open('auth', 'login', '--host', host, '--insecure', '--no-browser');
    const [, userCode = ''] = await terminal.shows(/one-time code: ([A-Z0-9]{4}-[A-Z0-9]{4})/);
    return { terminal, userCode };
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One command in a real terminal, and somebody in front of it. */
export class Terminal {
  #raw = '';
  readonly #pty;
  readonly #looking = new Set<() => void>();

  constructor(args: string[], env: Record<string, string>) {
    this.#pty = spawn('/bin/sh', args, { env, cols: 200, rows: 40 });
    this.#pty.onData((text) => {
      this.#raw += text;
      for (const look of this.#looking) look();
    });
  }

  /** Everything shown so far, without control sequences and the exit mark. */
  get shown(): string {
    return this.#raw
      .replace(EXIT, '')
      .replace(/\p{Cc}\[[\d;?]*[A-Za-z]/gu, '')
      .replaceAll('\r', '');
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  shows(pattern: RegExp): Promise<RegExpExecArray> {
    return this.#until(() => pattern.exec(this.shown));
  }

  async exit(): Promise<number> {
    const [, code] = await this.#until(() => EXIT.exec(this.#raw));
    return Number(code);
  }

  #until(find: () => RegExpExecArray | null): Promise<RegExpExecArray> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === null) return;
        this.#looking.delete(look);
        resolve(found);
      };
      this.#looking.add(look);
      look();
    });
  }
}
