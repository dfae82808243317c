import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Owner, unprivileged } from './owner.ts';
import { postgresBinaries } from './postgres-binaries.ts';

export interface PostgresServer {
  /** Connects to the database `postgres` of the server as one who may create databases. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * A real PostgreSQL for tests: the server that `LATCHKEY_TEST_DATABASE_URL` names, else one from npm on a free port
 * with its files in a new temporary folder. It ends, and its files go, with `stop` or when this process dies.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const named = process.env.LATCHKEY_TEST_DATABASE_URL;
  if (named) return { url: named, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'));
  try {
    return await startIn(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string): Promise<PostgresServer> {
  const owner = unprivileged();
  const binaries = postgresBinaries(folder, owner);
  const data = createCluster(binaries, folder, owner);
  const port = await freePort();
  const server = spawn(
    join(binaries, 'postgres'),
    // What tests write need not survive a power cut. No socket file: two runs would fight over its name.
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=200'],
    { ...owner, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const ended = once(server, 'exit');
  await untilReady(server.stderr, ended);
  const releaseGuard = guard(server.pid, folder);
  return {
    url: `postgres://latchkey:latchkey@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      releaseGuard();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function createCluster(binaries: string, folder: string, owner: Owner | undefined): string {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'latchkey');
  mkdirSync(data);
  if (owner !== undefined) for (const path of [folder, data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const args = ['-D', data, '-U', 'latchkey', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  execFileSync(join(binaries, 'initdb'), [...args, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...owner,
    stdio: 'pipe',
  });
  return data;
}

/** Asks the system for a port that is free now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

function untilReady(log: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    // Read to the end, lest PostgreSQL waits for someone to read its log.
    log.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    ended.then(() => reject(new Error(`PostgreSQL did not start:\n${said}`)), reject);
  });
}

/** A shell whose input closes when we die: it then ends PostgreSQL at once and removes its files. */
function guard(pid: number | undefined, folder: string): () => void {
  if (process.platform === 'win32' || pid === undefined) return () => {};
  const script = 'read -r _; kill -QUIT "$1" && sleep 1; rm -rf "$2"';
  const shell = spawn('sh', ['-c', script, 'sh', String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.unref();
  return () => shell.kill();
}
