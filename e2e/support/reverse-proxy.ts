import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findReverseProxy } from '@latchkey/tools/real/reverse-proxies';
import { guideBlocks } from './guide-blocks.ts';

export interface ReverseProxy extends AsyncDisposable {
  readonly port: number;
}

interface Behind {
  /** `host:port` of Latchkey and of the application. */
  readonly latchkey: string;
  readonly application: string;
}

/** nginx with the configuration of its guide, over http. */
export async function startNginx({ latchkey, application }: Behind): Promise<ReverseProxy> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-nginx-'));
  const guide = guideBlocks('gate-nginx.md', 'nginx')
    .join('\n')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^\s*ssl_.*$/gm, '')
    .replaceAll('127.0.0.1:5600', latchkey)
    .replaceAll('wiki.internal:8080', application);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; pid ${join(folder, 'pid')}; error_log stderr; events {}\nhttp { access_log off; ${paths.join(' ')}\n${guide}\n}\n`,
  );
  return running(spawn(findReverseProxy('nginx'), ['-p', folder, '-c', file]), port, folder);
}

/** Caddy with the configuration of its guide, over http. */
export async function startCaddy({ latchkey, application }: Behind): Promise<ReverseProxy> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-caddy-'));
  const guide = guideBlocks('gate-caddy.md', 'caddyfile')
    .join('\n')
    .replace('wiki.example.com {', `http://wiki.example.com:${port} {\n\tbind 127.0.0.1`)
    .replaceAll('127.0.0.1:5600', latchkey)
    .replaceAll('wiki.internal:8080', application);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${guide}`);
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const args = ['run', '--config', file, '--adapter', 'caddyfile'];
  return running(spawn(findReverseProxy('caddy'), args, { env }), port, folder);
}

async function running(child: ChildProcess, port: number, folder: string): Promise<ReverseProxy> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = once(child, 'exit').then(() => 'ended' as const);
  while ((await Promise.race([listens(port), ended])) !== true) {
    if (child.exitCode !== null) throw new Error(`the proxy ended: ${said}`);
  }
  return {
    port,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => setTimeout(() => resolve(false), 20));
    socket.on('connect', () => socket.destroy());
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
