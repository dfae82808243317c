import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDifyctl } from '../../build.ts';
import type { DifyServer } from './dify-server.ts';

await buildDifyctl();

export const BIN = fileURLToPath(new URL('../../bin/difyctl.cjs', import.meta.url));
export const LABEL = `difyctl on ${hostname()}`;

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  /** What standard input holds. */
  readonly input?: string;
  /** The program and its first words, instead of this node and the bundle. */
  readonly program?: readonly [string, ...string[]];
  readonly cwd?: string;
  /** The user to run as. */
  readonly uid?: number;
}

/** A person's own folders on a machine without a credential store, where they run difyctl. */
export class Home implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'difyctl-'));

  /** Nothing of the developer's own environment but the way to programs. */
  get env(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.folder,
      DIFY_CONFIG_DIR: join(this.folder, 'config'),
      DIFY_CACHE_DIR: join(this.folder, 'cache'),
      DIFY_E2E_NO_KEYRING: '1',
    };
  }

  /** Runs a command line to its end, in pipes. */
  run(words: readonly string[], { env = {}, input = '', program, cwd, uid }: Circumstances = {}): Promise<Ended> {
    const [file, ...first] = program ?? [process.execPath, BIN];
    const child = spawn(file, [...first, ...words], { env: { ...this.env, ...env }, cwd, uid });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.end(input);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    });
  }

  /** Signs in to a server as whoever approves there. */
  signIn(server: DifyServer): Promise<Ended> {
    return this.run(['auth', 'login', '--host', server.url, '--insecure']);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, 'config', name), 'utf8');
  }

  write(name: string, content: string): void {
    mkdirSync(join(this.folder, 'config'), { recursive: true });
    writeFileSync(join(this.folder, 'config', name), content);
  }

  remove(name: string): void {
    rmSync(join(this.folder, 'config', name));
  }

  /** Everybody may read everything here, the key of sealed tokens too, and nobody may write. */
  makeReadOnly(): void {
    execFileSync('chmod', ['-R', 'a=rX', this.folder]);
  }

  /** Permissions of a file in the configuration folder, or of the folder itself. */
  mode(name = ''): number {
    return statSync(join(this.folder, 'config', name)).mode & 0o777;
  }

  [Symbol.dispose](): void {
    execFileSync('chmod', ['-R', 'u+w', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
