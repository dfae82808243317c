import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUNDLE = join(import.meta.dirname, '../../apps/server/dist/latchkey.mjs');
const CLOCK = join(import.meta.dirname, 'movable-clock.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real server as a process of its own, on a data folder that outlives it. */
export class Server implements AsyncDisposable {
  readonly dataDir: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;
  #stdout = '';
  #stderr = '';
  #ended: Promise<Ended> | undefined;

  private constructor(env: Record<string, string>, dataDir: string) {
    this.#env = env;
    this.dataDir = dataDir;
  }

  static async start(
    env: Record<string, string> = {},
    dataDir = mkdtempSync(join(tmpdir(), 'latchkey-')),
  ): Promise<Server> {
    const server = new Server(env, dataDir);
    await server.#run('0');
    return server;
  }

  /** Runs a server that is expected to end by itself. */
  static async fails(env: Record<string, string>, port = '0'): Promise<Ended> {
    const server = new Server(env, mkdtempSync(join(tmpdir(), 'latchkey-')));
    server.#spawn(port);
    const ended = await server.#ended;
    rmSync(server.dataDir, { recursive: true, force: true });
    if (ended === undefined) throw new Error('the server was not started');
    return ended;
  }

  get address(): string {
    return this.#printed(/Address\s+(\S+)/);
  }

  get setUpLink(): string {
    return this.#printed(/Set up\s+(\S+)/);
  }

  get hasSetUpLink(): boolean {
    return this.#stdout.includes('Set up');
  }

  get log(): string {
    return this.#stderr;
  }

  /** Moves the server's clock. */
  async advance(seconds: number): Promise<void> {
    const child = this.#running();
    const answered = once(child, 'message');
    child.send({ advanceSeconds: seconds });
    await answered;
  }

  async signal(signal: NodeJS.Signals): Promise<Ended> {
    this.#running().kill(signal);
    const ended = await this.#ended;
    if (ended === undefined) throw new Error('the server was not started');
    return ended;
  }

  /** Starts it again on the same data and the same port. */
  async restart(): Promise<void> {
    await this.#run(new URL(this.address).port);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) await this.signal('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #run(port: string): Promise<void> {
    this.#spawn(port);
    const child = this.#running();
    while (!/Address\s+\S+\n/.test(this.#stdout)) {
      const event = await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit').then(() => 'exit')]);
      if (event === 'exit') throw new Error(`the server ended: ${this.#stderr}`);
    }
  }

  #spawn(port: string): void {
    this.#stdout = '';
    const args = ['--import', CLOCK, BUNDLE, 'serve', '--port', port, '--data-dir', this.dataDir];
    const env = { PATH: process.env.PATH ?? '', ...this.#env };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    this.#child = child;
    this.#ended = once(child, 'close').then(([code]) => ({ code, stdout: this.#stdout, stderr: this.#stderr }));
  }

  #running(): ChildProcess {
    if (this.#child === undefined) throw new Error('the server was not started');
    return this.#child;
  }

  #printed(pattern: RegExp): string {
    const [, text] = pattern.exec(this.#stdout) ?? [];
    if (text === undefined) throw new Error(`not printed: ${pattern}`);
    return text;
  }
}
