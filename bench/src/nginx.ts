import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Program, programOf } from './program.ts';

interface Behind {
  readonly application: string;
  /** What is asked whether somebody may pass. */
  readonly handler: string;
}

/** nginx in one process, which asks a handler about every request (`auth_request`) and hands it to an application. */
export async function startNginx(folder: string, behind: Behind): Promise<Program> {
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, behind));
  const PATH = [process.env.PATH, '/usr/sbin'].join(delimiter);
  const child = spawn('nginx', ['-p', folder, '-c', file], { env: { PATH }, stdio: ['ignore', 'ignore', 'inherit'] });
  const [failure] = await Promise.race([once(child, 'error'), once(child, 'exit'), listens(port)]);
  if (failure !== undefined) throw new Error('nginx did not start. Run: sudo apt-get install -y nginx-light');
  return programOf('nginx', `http://127.0.0.1:${port}`, child);
}

function configuration(folder: string, port: number, { application, handler }: Behind): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `daemon off; master_process off; pid ${join(folder, 'nginx.pid')}; error_log stderr; events {}
http {
  access_log off; keepalive_requests 1000000000; ${folders.join(' ')}
  upstream application { server ${new URL(application).host}; keepalive 64; keepalive_requests 1000000000; }
  upstream handler { server ${new URL(handler).host}; keepalive 64; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:${port};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    location / { auth_request /check; proxy_pass http://application; }
    location = /check {
      internal; proxy_pass http://handler; proxy_pass_request_body off; proxy_set_header Content-Length "";
    }
  }
}
`;
}

async function listens(port: number): Promise<[undefined]> {
  for (;;) {
    const socket = createConnection(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return [undefined];
    await setTimeout(20);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
